'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useOperation } from '@/components/form/use-operation';
import { timetableOperations } from '@/lib/timetable/operations';
import type { WishWord } from '@/lib/timetable/rules/words';
import type { WishItem } from '@/lib/timetable/schema/wishes';

const ONE_OF_MANY = { tells: 'toast', refreshes: 'soon' } as const;

/** The wishes with what is entered on this screen: shown at once, given back with the reason where it is refused. */
export function useWishes(read: readonly WishItem[]) {
  const wishing = useOperation(timetableOperations.sayWish, ONE_OF_MANY);
  const weighing = useOperation(timetableOperations.weighPair, ONE_OF_MANY);
  const latest = useRef({ sayWish: wishing.run, weighPair: weighing.run });
  latest.current = { sayWish: wishing.run, weighPair: weighing.run };
  const [changed, setChanged] = useState<ReadonlyMap<string, WishItem>>(new Map());
  const open = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: fresh rows of the server are the reason
  useEffect(() => {
    if (open.current === 0) setChanged(new Map());
  }, [read]);
  const items = useMemo(() => read.map((item) => changed.get(item.pair.id) ?? item), [read, changed]);

  const change = useCallback(
    async (before: WishItem, after: WishItem, run: () => Promise<{ ok: boolean }>): Promise<boolean> => {
      const put = (item: WishItem) => setChanged((all) => new Map(all).set(item.pair.id, item));
      put(after);
      open.current += 1;
      const { ok } = await run();
      open.current -= 1;
      if (!ok) put(before);
      return ok;
    },
    [],
  );
  /** `after` is the row as it will stand. */
  const say = useCallback(
    (item: WishItem, after: WishItem, said: WishWord) =>
      change(item, after, () => latest.current.sayWish({ pairId: item.pair.id, said })),
    [change],
  );
  const weigh = useCallback(
    (item: WishItem, after: WishItem) =>
      change(item, after, () =>
        latest.current.weighPair({ pairId: item.pair.id, weight: after.officeWeight }),
      ),
    [change],
  );
  return { items, say, weigh };
}
