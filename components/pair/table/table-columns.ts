import type { PairSort } from '@/lib/pair/rules/item';
import type { PairItem } from '@/lib/pair/schema';

export const COLUMN_IDS = [
  'startup',
  'investor',
  'stage',
  'status',
  'amount',
  'interest',
  'nextStep',
  'nextStepOn',
  'nextStepOwner',
  'owner',
  'nextMeeting',
  'since',
  'sector',
  'reason',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** Always there and always first: a row must say whose it is. */
export const FIXED: readonly ColumnId[] = ['startup', 'investor'];
const SHOWN: readonly ColumnId[] = [
  'stage',
  'status',
  'amount',
  'interest',
  'nextStep',
  'nextStepOn',
  'nextStepOwner',
  'owner',
  'nextMeeting',
];

/** Widths in rem, how a column is sorted, and by what its rows may be grouped. */
type Column = {
  width: number;
  sort?: PairSort;
  numeric?: boolean;
  /** The first press puts the largest on top. */
  largestFirst?: boolean;
  groupOf?: (pair: PairItem) => string;
};

export const COLUMNS: Readonly<Record<ColumnId, Column>> = {
  startup: { width: 10.5, sort: 'startup', groupOf: (pair) => pair.startup.id },
  investor: { width: 11.5, sort: 'investor', groupOf: (pair) => pair.investor.id },
  stage: { width: 9.5, sort: 'stage', largestFirst: true, groupOf: (pair) => pair.stage },
  status: { width: 10, sort: 'status', groupOf: (pair) => pair.status },
  amount: { width: 9.5, sort: 'amount', numeric: true, largestFirst: true },
  interest: { width: 6, sort: 'interest', largestFirst: true },
  nextStep: { width: 16 },
  nextStepOn: { width: 8, sort: 'nextStepOn' },
  nextStepOwner: { width: 8 },
  owner: { width: 8, sort: 'owner', groupOf: (pair) => pair.owner?.id ?? '' },
  nextMeeting: { width: 14 },
  since: { width: 8.5, sort: 'since' },
  sector: { width: 8, sort: 'sector', groupOf: (pair) => pair.startup.sector },
  reason: { width: 13 },
};

/** Under what name the widths that somebody has set for a program's table are kept. */
export function widthsKey(slug: string): string {
  return `pairs.${slug}`;
}

export const GROUP_COLUMNS = COLUMN_IDS.filter((id) => COLUMNS[id].groupOf);

function isColumn(text: string): text is ColumnId {
  return COLUMN_IDS.some((id) => id === text);
}

/** The columns of an address in their order; the two fixed ones first, the usual ones where it names none. */
export function shownColumns(columns: readonly string[]): ColumnId[] {
  const chosen = columns.filter(isColumn).filter((id) => !FIXED.includes(id));
  return [...FIXED, ...(chosen.length > 0 ? chosen : SHOWN)];
}

/** What the address says of these columns; nothing where they are the usual ones. */
export function columnsAddress(shown: readonly ColumnId[]): ColumnId[] {
  const chosen = shown.filter((id) => !FIXED.includes(id));
  return chosen.join() === SHOWN.join() ? [] : [...chosen];
}

/** The columns with one of them at another place, counted from 0 with the fixed ones; those stay where they are. */
export function withColumnAt(shown: readonly ColumnId[], id: ColumnId, place: number): ColumnId[] {
  if (FIXED.includes(id)) return [...shown];
  const others = shown.filter((one) => one !== id);
  return others.toSpliced(Math.min(Math.max(place, FIXED.length), others.length), 0, id);
}

/** The column a set of rows is grouped by, as the address names it. */
export function groupColumn(group: string): ColumnId | null {
  return GROUP_COLUMNS.find((id) => id === group) ?? null;
}

/** The keys of the address that sort these columns, with their direction. */
export function sortingOf(sort: readonly string[]): { id: ColumnId; desc: boolean }[] {
  return sort.flatMap((key) => {
    const id = key.replace(/^-/, '');
    return isColumn(id) && COLUMNS[id].sort ? [{ id, desc: key.startsWith('-') }] : [];
  });
}
