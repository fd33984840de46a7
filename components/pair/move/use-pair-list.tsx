'use client';

import { useParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { call } from '@/components/form/call';
import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/notice';
import { paramsIn } from '@/lib/core/address';
import { formatNumber } from '@/lib/core/dates';
import type { InputOf } from '@/lib/core/operation';
import { pairOperations } from '@/lib/pair/operations';
import type { PairItem } from '@/lib/pair/schema';
import { filterOf, searchOf } from '../filter/address';
import { useAddress } from '../filter/address-context';

export type PairListProps = { items: readonly PairItem[]; nextCursor: string | null };

export type Rest = {
  items: PairItem[];
  /** Where the next page begins; null when all are here. */
  cursor: string | null;
  /** A page was refused or not reached: what is missing is told, and can be asked for again. */
  isBroken: boolean;
};

/** The server gives this many at once. */
const MOST_A_PAGE = 1000;

/**
 * The filtered pairs: those that came with the page, then the rest a thousand at a time, with what was changed here
 * written over them until the server tells it itself. `isBroken`: some are missing; `again` asks for them anew.
 */
export function usePairList({ items, nextCursor }: PairListProps) {
  const { program = '' } = useParams<{ program?: string }>();
  const { address } = useAddress();
  const filter = searchOf(filterOf(address));
  const start = useMemo<Rest>(() => ({ items: [], cursor: nextCursor, isBroken: false }), [nextCursor]);
  const [loaded, setLoaded] = useState<{ of: readonly PairItem[]; rest: Rest }>({ of: items, rest: start });
  const [changed, setChanged] = useState<ReadonlyMap<string, PairItem>>(new Map());
  const [tries, setTries] = useState(0);
  const rest = loaded.of === items ? loaded.rest : start;

  // biome-ignore lint/correctness/useExhaustiveDependencies: starts anew with other items, and goes on with each try
  useEffect(() => {
    const stop = new AbortController();
    void loadRest(program, filter, rest, stop.signal, (now) => setLoaded({ of: items, rest: now }));
    return () => stop.abort();
  }, [program, items, nextCursor, filter, tries]);

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

/**
 * Reads the pages after the first; `filter` is the query of the address. `onPage` is called with each page, and with the
 * one that did not come.
 */
export async function loadRest(
  program: string,
  filter: string,
  from: Rest,
  signal: AbortSignal,
  onPage: (rest: Rest) => void,
): Promise<void> {
  // The query of an address is the query of the operation, which reads several values from one text.
  const filters = paramsIn(filter) as InputOf<typeof pairOperations.listPairs>;
  let rest = from;
  while (rest.cursor !== null && !signal.aborted) {
    const input = { ...filters, limit: MOST_A_PAGE, sort: '-stage', cursor: rest.cursor } as const;
    const answer = await call(pairOperations.listPairs, input, { program, signal });
    if (signal.aborted) return;
    if (!answer.ok) return onPage({ ...rest, isBroken: true });
    const { items, nextCursor } = answer.value;
    rest = { items: [...rest.items, ...items], cursor: nextCursor, isBroken: false };
    onPage(rest);
  }
}

type Props = {
  shown: number;
  /** Of the same filter, as the head of the page counts them. */
  all: number;
  isBroken: boolean;
  onAgain: () => void;
};

/** Says how many pairs are not here because a page of them did not come, and asks for them anew. */
export function MissingNotice({ shown, all, isBroken, onAgain }: Props) {
  const t = useTranslations('pair.pipeline.missing');
  if (!isBroken) return null;
  const counts = { shown: formatNumber(shown), all: formatNumber(all), missing: formatNumber(all - shown) };
  return (
    <ErrorNotice title={t('title', counts)} actions={<Button onClick={onAgain}>{t('again')}</Button>}>
      {t('text', counts)}
    </ErrorNotice>
  );
}
