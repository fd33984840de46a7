'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PairItem } from '@/lib/pair/schema';

import { filterOf, searchOf } from '../filter/address';
import { useAddress } from '../filter/address-context';
import { loadRest, type Rest } from './load-rest';

export type PairListProps = { slug: string; items: readonly PairItem[]; nextCursor: string | null };

/**
 * The filtered pairs: those that came with the page, then the rest a thousand at a time, with what was changed here
 * written over them until the server tells it itself. `isBroken`: some are missing; `again` asks for them anew.
 */
export function usePairList({ slug, items, nextCursor }: PairListProps) {
  const { address } = useAddress();
  const filter = searchOf(filterOf(address)).replace('?', '&');
  const start = useMemo<Rest>(() => ({ items: [], cursor: nextCursor, isBroken: false }), [nextCursor]);
  const [loaded, setLoaded] = useState<{ of: readonly PairItem[]; rest: Rest }>({ of: items, rest: start });
  const [changed, setChanged] = useState<ReadonlyMap<string, PairItem>>(new Map());
  const [tries, setTries] = useState(0);
  const rest = loaded.of === items ? loaded.rest : start;

  // biome-ignore lint/correctness/useExhaustiveDependencies: starts anew with other items, and goes on with each try
  useEffect(() => {
    const stop = new AbortController();
    void loadRest(slug, filter, rest, stop.signal, (now) => setLoaded({ of: items, rest: now }));
    return () => stop.abort();
  }, [slug, items, nextCursor, filter, tries]);

  const show = useCallback(
    (pair: PairItem) => setChanged((before) => new Map(before).set(pair.id, pair)),
    [],
  );
  const pairs = useMemo(
    () =>
      [...items, ...rest.items].map((pair) => {
        const mine = changed.get(pair.id);
        return mine && mine.version >= pair.version ? mine : pair;
      }),
    [items, rest, changed],
  );
  const again = () => {
    setLoaded({ of: items, rest: { ...rest, isBroken: false } });
    setTries((before) => before + 1);
  };
  return { pairs, show, isBroken: rest.isBroken, again };
}
