'use client';

import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useOperation } from '@/components/form/use-operation';
import { isShortcut, type ShortcutId } from '@/components/shell/shortcuts';
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

const PAGE = 10;
const WORD_KEYS = [
  ['wishes.must', 'must'],
  ['wishes.like', 'like'],
  ['wishes.neutral', 'neutral'],
  ['wishes.noThanks', 'no_thanks'],
] as const satisfies readonly (readonly [ShortcutId, WishWord])[];

type Props = {
  count: number;
  scroll: RefObject<HTMLElement | null>;
  scrollTo: (row: number) => void;
  onWeigh: (row: number, weight: number | null) => void;
  onSay: (row: number, word: WishWord) => void;
  onOpen: (row: number) => void;
};

/** Arrows go from pair to pair, digits weigh, letters say the office's word, Enter opens the pair. */
export function useWishKeys({ count, scroll, scrollTo, onWeigh, onSay, onOpen }: Props) {
  const [at, setAt] = useState(0);
  const stop = Math.max(0, Math.min(at, count - 1));
  const goTo = (row: number) => {
    const next = Math.max(0, Math.min(row, count - 1));
    setAt(next);
    scrollTo(next);
    // The row may have to be drawn first.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        scroll.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus({ preventScroll: true }),
      ),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowOf(event.target);
    if (row === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const isRow = event.target instanceof HTMLElement && event.target.matches('[data-index]');
    const to = {
      ArrowDown: row + 1,
      ArrowUp: row - 1,
      PageDown: row + PAGE,
      PageUp: row - PAGE,
      Home: 0,
      End: count - 1,
    }[key];
    const word = WORD_KEYS.find(([id]) => isShortcut(event, id))?.[1];
    if (to !== undefined) goTo(to);
    else if (isShortcut(event, 'wishes.weigh')) onWeigh(row, Number(key));
    else if (isShortcut(event, 'wishes.unweigh')) onWeigh(row, null);
    else if (word) onSay(row, word);
    else if (key === 'Enter' && isRow) onOpen(row);
    else return;
    event.preventDefault();
  };
  const onFocus = (event: FocusEvent) => {
    const row = rowOf(event.target);
    if (row !== null && row !== stop) setAt(row);
  };
  return { stop, handlers: { onKeyDown, onFocus } };
}

function rowOf(target: EventTarget | null): number | null {
  const element = target instanceof Element ? target : null;
  if (element?.closest('[popover], dialog')) return null;
  const row = element?.closest<HTMLElement>('[data-index]');
  return row ? Number(row.dataset.index) : null;
}
