import type { FigureRow } from './rows';

export const ROW_COLUMNS = ['startup', 'investor', 'happened', 'recorded', 'by', 'amount'] as const;
export type RowColumn = (typeof ROW_COLUMNS)[number];
/** A column, upwards, or with a minus downwards. */
export type RowSort = RowColumn | `-${RowColumn}`;

export function isRowSort(text: string): text is RowSort {
  return ROW_COLUMNS.some((column) => text === column || text === `-${column}`);
}

/** Without a sort as they come: money largest first, pairs by name. Equal rows keep their order; amounts by currency. */
export function sortRows(rows: readonly FigureRow[], sort: RowSort | ''): FigureRow[] {
  if (sort === '') return [...rows];
  const column = sort.replace('-', '') as RowColumn;
  const turn = sort.startsWith('-') ? -1 : 1;
  const key = KEYS[column];
  return rows.toSorted((a, b) => turn * compare(key(a), key(b)));
}

const KEYS: Readonly<Record<RowColumn, (row: FigureRow) => readonly (string | number)[]>> = {
  startup: ({ startup, investor }) => [startup.name, investor.name],
  investor: ({ startup, investor }) => [investor.name, startup.name],
  // A day has no hour: it stands before the instants that begin with it.
  happened: ({ effectiveAt, effectiveOn }) => [effectiveAt ?? effectiveOn ?? ''],
  recorded: ({ recordedAt }) => [recordedAt],
  by: ({ by }) => [by?.name ?? ''],
  amount: ({ amount }) => [amount?.currency ?? '', amount?.minor ?? 0],
};

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? '';
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}
