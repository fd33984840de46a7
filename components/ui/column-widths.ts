import { useCallback, useMemo, useSyncExternalStore } from 'react';

/** Widths in rem of the columns that somebody has set; the others have their usual one. */
export type ColumnWidths = Readonly<Record<string, number>>;

const NARROWEST = 4;
const WIDEST = 48;
const NONE: ColumnWidths = Object.freeze({});
const keyOf = (list: string) => `roundtable.widths.${list}`;

/** Where the browser keeps nothing, widths last as long as the page. */
const kept = new Map<string, ColumnWidths>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(list: string): ColumnWidths {
  const known = kept.get(list);
  if (known) return known;
  const widths = stored(list);
  kept.set(list, widths);
  return widths;
}

function stored(list: string): ColumnWidths {
  try {
    return readWidths(JSON.parse(window.localStorage.getItem(keyOf(list)) ?? 'null'));
  } catch {
    return NONE;
  }
}

function write(list: string, widths: ColumnWidths) {
  kept.set(list, widths);
  try {
    if (Object.keys(widths).length === 0) window.localStorage.removeItem(keyOf(list));
    else window.localStorage.setItem(keyOf(list), JSON.stringify(widths));
  } catch {
    // The storage may be full, and private windows may refuse.
  }
  for (const listener of listeners) listener();
}

/** What was stored, as far as it is widths. */
export function readWidths(value: unknown): ColumnWidths {
  if (typeof value !== 'object' || value === null) return NONE;
  const widths = Object.entries(value).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && Number.isFinite(entry[1]),
  );
  return Object.fromEntries(widths.map(([column, width]) => [column, within(width)]));
}

function within(width: number): number {
  return Math.round(Math.min(Math.max(width, NARROWEST), WIDEST) * 100) / 100;
}

/** The widths of a list's columns, kept in this browser. `set` takes rem and keeps them within bounds. */
export function useColumnWidths(list: string) {
  const widths = useSyncExternalStore(
    subscribe,
    () => read(list),
    () => NONE,
  );
  const set = useCallback(
    (column: string, width: number) => write(list, { ...read(list), [column]: within(width) }),
    [list],
  );
  const reset = useCallback(() => write(list, NONE), [list]);
  return useMemo(() => ({ widths, set, reset }), [widths, set, reset]);
}
