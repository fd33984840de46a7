'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { send } from '@/components/ui/request';
import type { PairItem } from '@/lib/pair/rules/item';
import { filterOf, searchOf } from '../filter/address';
import { useAddress } from '../filter/address-context';

export type PairListProps = { slug: string; items: readonly PairItem[]; nextCursor: string | null };
type Page = { items: PairItem[]; nextCursor: string | null };

/**
 * The filtered pairs: those that came with the page, then the rest a thousand at a time, with what was changed here
 * written over them until the server tells it itself.
 */
export function usePairList({ slug, items, nextCursor }: PairListProps) {
  const { address } = useAddress();
  const filter = searchOf(filterOf(address)).replace('?', '&');
  const [rest, setRest] = useState<{ of: readonly PairItem[]; items: PairItem[] }>({ of: items, items: [] });
  const [changed, setChanged] = useState<ReadonlyMap<string, PairItem>>(new Map());

  useEffect(() => {
    const stop = new AbortController();
    const load = async () => {
      const got: PairItem[] = [];
      let cursor = nextCursor;
      while (cursor && !stop.signal.aborted) {
        const path: string = `/programs/${slug}/pairs?limit=1000&sort=-stage${filter}&cursor=${encodeURIComponent(cursor)}`;
        const answer = await send<Page>('GET', path, undefined, { signal: stop.signal });
        if (!answer.ok || stop.signal.aborted) return;
        got.push(...answer.value.items);
        cursor = answer.value.nextCursor;
        setRest({ of: items, items: [...got] });
      }
    };
    void load();
    return () => stop.abort();
  }, [slug, items, nextCursor, filter]);

  const show = useCallback(
    (pair: PairItem) => setChanged((before) => new Map(before).set(pair.id, pair)),
    [],
  );
  const pairs = useMemo(() => {
    const all = rest.of === items ? [...items, ...rest.items] : items;
    return all.map((pair) => {
      const mine = changed.get(pair.id);
      return mine && mine.version >= pair.version ? mine : pair;
    });
  }, [items, rest, changed]);
  return { pairs, show };
}
