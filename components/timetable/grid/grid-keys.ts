import { nextPlace } from '@/components/ui/grid-places';
import type { Focus } from './grid-table';

type Key = { key: string; ctrlKey: boolean };

/** Where a key leads from a cell; null for keys that move nothing. The headings hold no focus here. */
export function nextFocus(
  key: Key,
  { row, slot }: Focus,
  size: { rows: number; slots: number },
): Focus | null {
  const grid = { rows: size.rows, columns: size.slots, page: 10, firstColumn: 0 as const };
  const next = nextPlace(key, { row, column: slot }, grid);
  return next && next.row >= 0 ? { row: next.row, slot: next.column } : null;
}
