import type { Locale } from '@/lib/core/locale';
import { nameIn } from '@/lib/core/shown-name';
import type { FigureRow } from '../schema/sources';

export const ROW_COLUMNS = ['startup', 'investor', 'happened', 'recorded', 'by', 'amount'] as const;
export type RowColumn = (typeof ROW_COLUMNS)[number];
/** A column, upwards, or with a minus downwards. */
export type RowSort = RowColumn | `-${RowColumn}`;

export function isRowSort(text: string): text is RowSort {
  return ROW_COLUMNS.some((column) => text === column || text === `-${column}`);
}

/**
 * Without a sort as they come: money largest first, pairs by name. Equal rows keep their order; amounts by currency, names
 * as the reader sees them, and what is missing stands last either way.
 */
export function sortRows(rows: readonly FigureRow[], sort: RowSort | '', locale: Locale): FigureRow[] {
  if (sort === '') return [...rows];
  const column = sort.replace('-', '') as RowColumn;
  const turn = sort.startsWith('-') ? -1 : 1;
  const key = (row: FigureRow) => KEYS[column](row, locale);
  const { compare } = new Intl.Collator(locale);
  const isBlank = BLANK[column] ?? (() => false);
  return rows.toSorted(
    (a, b) => Number(isBlank(a)) - Number(isBlank(b)) || turn * compareKeys(key(a), key(b), compare),
  );
}

const BLANK: Partial<Record<RowColumn, (row: FigureRow) => boolean>> = {
  by: ({ by }) => by === null,
  amount: ({ amount }) => amount === null,
};

type Key = readonly (string | number)[];

const KEYS: Readonly<Record<RowColumn, (row: FigureRow, locale: Locale) => Key>> = {
  startup: ({ startup, investor }, locale) => [nameIn(startup, locale), investor.name],
  investor: ({ startup, investor }, locale) => [investor.name, nameIn(startup, locale)],
  // A day has no hour: it stands before the instants that begin with it.
  happened: ({ effectiveAt, effectiveOn }) => [effectiveAt ?? effectiveOn ?? ''],
  recorded: ({ recordedAt }) => [recordedAt],
  by: ({ by }, locale) => [by ? nameIn(by, locale) : ''],
  amount: ({ amount }) => [amount?.currency ?? '', amount?.minor ?? 0],
};

function compareKeys(a: Key, b: Key, text: (a: string, b: string) => number): number {
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? '';
    const difference = typeof value === 'number' ? value - Number(other) : text(value, String(other));
    if (difference !== 0) return difference;
  }
  return 0;
}
