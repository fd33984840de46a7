'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSoonRefresh } from '@/components/pair/move/use-soon-refresh';
import type { Answer } from '@/components/ui/request';
import { useToast } from '@/components/ui/toast';
import type { WishWord } from '@/lib/timetable/rules/words';
import type { WishItem } from '@/lib/timetable/schema/wishes';
import { refusalOf, sendWeight, sendWord } from './wish-requests';

/** The wishes with what is being said on this screen: shown at once, given back with the reason where it is refused. */
export function useWishes(slug: string, read: readonly WishItem[]) {
  const t = useTranslations('timetable-setup.wishes');
  const toast = useToast();
  const refresh = useSoonRefresh();
  const [changed, setChanged] = useState<ReadonlyMap<string, WishItem>>(new Map());
  const open = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: fresh rows of the server are the reason
  useEffect(() => {
    if (open.current === 0) setChanged(new Map());
  }, [read]);
  const items = useMemo(() => read.map((item) => changed.get(item.pair.id) ?? item), [read, changed]);

  const put = useCallback(
    (item: WishItem) => setChanged((before) => new Map(before).set(item.pair.id, item)),
    [],
  );
  const change = useCallback(
    async (before: WishItem, after: WishItem, run: () => Promise<Answer<unknown>>): Promise<boolean> => {
      put(after);
      open.current += 1;
      const reason = refusalOf(await run(), t('offline'));
      open.current -= 1;
      if (reason !== null) {
        put(before);
        toast({ tone: 'danger', text: reason });
        return false;
      }
      refresh();
      return true;
    },
    [put, refresh, t, toast],
  );

  /** `make` draws the row as it will stand. */
  const say = useCallback(
    (item: WishItem, after: WishItem, said: WishWord) =>
      change(item, after, () => sendWord(slug, item.pair.id, said)),
    [change, slug],
  );
  const weigh = useCallback(
    (item: WishItem, after: WishItem) =>
      change(item, after, () => sendWeight(slug, item.pair.id, after.officeWeight)),
    [change, slug],
  );
  return { items, say, weigh, refresh };
}
