import { SUMS, type Sum } from '@/lib/amount/rules';
import type { Locale } from '@/lib/core/locale';
import { byShownName } from '@/lib/core/shown-name';
import { STAGES, type Stage } from '@/lib/pair/rules/stages';
import type { FunnelPart } from '../schema/many-funnels';
import { LAST_STEPS, type LastStep } from './figure';

/** What the parts may be ordered by; the same words stand in the address, with a minus the largest comes first. */
const COLUMNS = [
  ...['name', 'pairs', 'now', 'lost'],
  ...STAGES.slice(1),
  ...LAST_STEPS.map((step) => `step_${step}`),
  ...SUMS.map((sum) => `sum_${sum}`),
] as const;
export type SplitColumn =
  | ('name' | 'pairs' | 'now' | 'lost')
  | Exclude<Stage, 'candidate'>
  | `step_${LastStep}`
  | `sum_${Sum}`;
export type SplitOrder = { column: SplitColumn; down: boolean };

/** Null where the text names no column. */
export function readSplitOrder(text: string): SplitOrder | null {
  const down = text.startsWith('-');
  const column = COLUMNS.find((one) => one === text.slice(down ? 1 : 0));
  return column ? { column: column as SplitColumn, down } : null;
}

export function writeSplitOrder({ column, down }: SplitOrder): string {
  return (down ? '-' : '') + column;
}

/** What a press on a column's head asks for: numbers begin with the largest, names with the first. */
export function nextSplitOrder(now: SplitOrder, column: SplitColumn): SplitOrder {
  return { column, down: now.column === column ? !now.down : column !== 'name' };
}

/** In that order, then by name. A sum that cannot be told in won stands behind those that can, either way. */
export function orderParts(
  parts: readonly FunnelPart[],
  { column, down }: SplitOrder,
  locale: Locale,
): FunnelPart[] {
  const turn = down ? -1 : 1;
  const inLanguage = byShownName(locale);
  const byName = (a: FunnelPart, b: FunnelPart) => inLanguage(a, b) || (a.key < b.key ? -1 : 1);
  return parts.toSorted((a, b) => {
    const names = byName(a, b);
    if (column === 'name') return names * turn;
    const [x, y] = [figureOf(a, column), figureOf(b, column)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || names;
    return x === y ? names : (x < y ? -1 : 1) * turn;
  });
}

function figureOf(part: FunnelPart, column: SplitColumn): bigint | null {
  if (column === 'pairs' || column === 'now' || column === 'lost') return BigInt(part[column]);
  if (column.startsWith('sum_')) {
    const krw = part.sums.find(({ sum }) => `sum_${sum}` === column)?.krw ?? null;
    return krw && BigInt(krw.minor);
  }
  const step = part.steps.find((one) => `step_${one.step}` === column);
  const stage = part.stages.find((one) => one.stage === column);
  return BigInt(step?.pairs ?? stage?.reached ?? 0);
}
