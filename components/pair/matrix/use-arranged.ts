'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { type Answer, call } from '@/components/form/call';
import type { OutputOf } from '@/lib/core/operation';
import type { Zones } from '@/lib/core/zones';
import { pairOperations } from '@/lib/pair/operations';
import { CELL_WIDTH, cellAt, cellCode } from '@/lib/pair/rules/cells';
import type { PairItem } from '@/lib/pair/schema';
import type { PairMatrix } from '@/lib/pair/schema/figures';
import { type Address, queryOf, readAddress, searchOf } from '../filter/address';
import { useAddress } from '../filter/address-context';
import { listParams, pairAddresses } from '../pair-address';
import { arrange, orderOf, tallyMatrix } from './arrange';
import { lookMaker } from './cell-look';
import type { Addresses } from './matrix-table';
import { moneyAt, rungOf } from './party-money';

export type MatrixProps = {
  slug: string;
  matrix: PairMatrix;
  sectors: readonly { key: string; label: string }[];
  baseCurrency: string;
  zones: Zones;
  canMove: boolean;
};

/** Everything the matrix draws, made anew only when its part of the address or the squares have changed. */
export function useArranged(props: MatrixProps, changed: ReadonlyMap<string, PairItem>) {
  const { slug, matrix, sectors, baseCurrency } = props;
  const t = useTranslations('pair');
  const { address } = useAddress();
  const { sort, group, others, columns } = address;
  const codes = useMemo(() => withChanges(matrix, changed), [matrix, changed]);
  const tallies = useMemo(
    () => tallyMatrix({ rows: codes, investors: matrix.investors }),
    [codes, matrix.investors],
  );
  const rung = rungOf(columns);
  const money = useMemo(() => moneyAt(matrix.sums, rung, baseCurrency), [matrix.sums, rung, baseCurrency]);
  const sorting = sort.join();
  const arrangement = useMemo(
    () =>
      arrange(matrix, tallies, {
        rows: orderOf(sorting.split(','), 'rows'),
        columns: orderOf(sorting.split(','), 'columns'),
        sectors: group === 'none' ? null : sectors.map(({ key }) => key),
        hideOthers: others === 'hide',
        money,
        base: baseCurrency,
      }),
    [matrix, tallies, sorting, group, sectors, others, money, baseCurrency],
  );
  const look = useMemo(
    () =>
      lookMaker({
        stage: (stage) => t(`stage.${stage}`),
        status: (status) => t(`status.${status}`),
        money: t('pipeline.matrix.money'),
        outside: t('pipeline.matrix.outside'),
        none: t('pipeline.matrix.none'),
      }),
    [t],
  );
  // The pointed-at pair is no part of where links lead; without it they stay the same while pointing.
  const kept = searchOf({ ...address, pair: '' });
  const addresses = useMemo(() => addressesOf(slug, readAddress(kept)), [slug, kept]);
  const { asOf, knownOn } = address;
  const clocks = useMemo(() => ({ ...(asOf && { asOf }), ...(knownOn && { knownOn }) }), [asOf, knownOn]);
  const items = useRowItems(slug, clocks, matrix);

  const { startups, investors, ids } = matrix;
  return {
    arrangement,
    tallies,
    items,
    addresses,
    table: { startups, investors, codes, ids, arrangement, tallies, money, rung, sectors, look, addresses },
  };
}

function addressesOf(slug: string, address: Address): Addresses {
  const list = listParams(queryOf(address));
  const party = (key: 'startup' | 'investor', id: string) =>
    `/programs/${slug}/pairs${searchOf({ ...address, [key]: [id] })}`;
  return {
    pair: pairAddresses(slug, list),
    startup: (id) => party('startup', id),
    investor: (id) => party('investor', id),
  };
}

/** The rows of codes with the squares changed here written over them. */
function withChanges(
  { rows, startups, investors }: PairMatrix,
  changed: ReadonlyMap<string, PairItem>,
): string[] {
  const codes = [...rows];
  for (const { startup, investor, stage, status, amounts } of changed.values()) {
    const row = startups.findIndex(({ id }) => id === startup.id);
    const column = investors.findIndex(({ id }) => id === investor.id);
    const before = codes[row];
    const cell = before && cellAt(before, column);
    if (!before || !cell) continue;
    const code = cellCode({ ...cell, stage, status, money: amounts.length > 0 });
    codes[row] = before.slice(0, column * CELL_WIDTH) + code + before.slice((column + 1) * CELL_WIDTH);
  }
  return codes;
}

type RowItems = {
  /** The pair, or why it is not here yet. */
  find: (startupId: string, investorId: string) => PairItem | 'loading' | 'failed';
  /** Sees to it that a startup's pairs are on their way; `again` asks anew after a failure. */
  want: (startupId: string) => Promise<void>;
  /** All pairs of a small program in one go, for when there is time. */
  wantAll: () => Promise<void>;
  put: (item: PairItem) => void;
  /** Another one once everything that was fetched is forgotten. */
  stamp: unknown;
};

type Clocks = { asOf?: string; knownOn?: string };
type Page = Answer<OutputOf<typeof pairOperations.listPairs>>;
type Store = {
  items: Map<string, PairItem>;
  rows: Map<string, Promise<void> | 'failed'>;
  all: Promise<void> | null;
  version: number;
};

function emptyStore(): Store {
  return { items: new Map(), rows: new Map(), all: null, version: 0 };
}

/**
 * The pairs behind the squares, fetched a row at a time when one is pointed at. `clocks` are the days the reads go by;
 * keep the object while they stay the same. A new `stamp` (fresh squares from the server) throws away what was fetched for the old ones.
 */
function useRowItems(program: string, clocks: Clocks, stamp: unknown): RowItems {
  const store = useRef(emptyStore());
  const listeners = useRef(new Set<() => void>());
  const version = useSyncExternalStore(
    useCallback((listener) => {
      listeners.current.add(listener);
      return () => listeners.current.delete(listener);
    }, []),
    () => store.current.version,
    () => 0,
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stamp or clock is the reason to forget
  useEffect(() => {
    store.current = { ...emptyStore(), version: store.current.version + 1 };
  }, [stamp, clocks]);

  const api = useMemo(() => {
    const tell = () => {
      store.current.version += 1;
      for (const listener of listeners.current) listener();
    };
    const fetchItems = async (into: Store, filter: { startup?: string[] }): Promise<boolean> => {
      let cursor: string | undefined | null;
      while (cursor !== null) {
        const input = { ...filter, ...clocks, limit: 1000, cursor };
        const answer: Page = await call(pairOperations.listPairs, input, { program });
        if (!answer.ok) return false;
        for (const item of answer.value.items) into.items.set(keyOf(item.startup.id, item.investor.id), item);
        cursor = answer.value.nextCursor;
      }
      return true;
    };
    const wantAll = () => {
      const into = store.current;
      into.all ??= fetchItems(into, {}).then((got) => {
        if (!got) into.all = null;
        tell();
      });
      return into.all;
    };
    const want = async (startupId: string) => {
      const into = store.current;
      if (into.all) await into.all;
      // Still there: everything has come. Else the row is asked for by itself.
      if (into.all) return;
      const before = into.rows.get(startupId);
      if (before && before !== 'failed') return before;
      const coming = fetchItems(into, { startup: [startupId] }).then((got) => {
        if (!got) into.rows.set(startupId, 'failed');
        tell();
      });
      into.rows.set(startupId, coming);
      return coming;
    };
    const put = (item: PairItem) => {
      store.current.items.set(keyOf(item.startup.id, item.investor.id), item);
      tell();
    };
    return { want, wantAll, put };
  }, [program, clocks]);

  return useMemo(() => {
    const find = (startupId: string, investorId: string) =>
      store.current.items.get(keyOf(startupId, investorId)) ??
      (store.current.rows.get(startupId) === 'failed' ? 'failed' : 'loading');
    return { ...api, find, version, stamp };
  }, [api, version, stamp]);
}

function keyOf(startupId: string, investorId: string): string {
  return `${startupId} ${investorId}`;
}
