'use client';

import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { type Answer, call } from '@/components/form/call';
import type { OutputOf } from '@/lib/core/operation';
import { pairOperations } from '@/lib/pair/operations';
import type { PairItem } from '@/lib/pair/schema';

export type RowItems = {
  /** The pair, or why it is not here yet. */
  find: (startupId: string, investorId: string) => PairItem | 'loading' | 'failed';
  /** Sees to it that a startup's pairs are on their way; `again` asks anew after a failure. */
  want: (startupId: string) => Promise<void>;
  /** All pairs of a small program in one go, for when there is time. */
  wantAll: () => Promise<void>;
  put: (item: PairItem) => void;
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
export function useRowItems(program: string, clocks: Clocks, stamp: unknown): RowItems {
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
      if (into.all) return into.all;
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
    return { ...api, find, version };
  }, [api, version]);
}

function keyOf(startupId: string, investorId: string): string {
  return `${startupId} ${investorId}`;
}
