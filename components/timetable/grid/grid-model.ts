import { nextPlace } from '@/components/ui/grid-places';
import type { Locale } from '@/lib/core/locale';
import { shownName } from '@/lib/core/shown-name';
import type { GridMeeting, TimetableGrid } from '@/lib/timetable/schema/grid';

/** What stands at the left; the slots always run across. */
export const VIEWS = ['table', 'startup', 'investor'] as const;
export type View = (typeof VIEWS)[number];

/** `id` of the table or party; `NO_TABLE` for meetings that have none. */
export type Row = { id: string; name: string };
export const NO_TABLE = 'none';

/** The view asked for in the address; a stage that meets by link has no tables to show. */
export function viewOf(asked: string | null | undefined, usesTables: boolean): View {
  const view = VIEWS.find((each) => each === asked) ?? 'table';
  return view === 'table' && !usesTables ? 'startup' : view;
}

export function rowOf(meeting: GridMeeting, view: View): string {
  if (view === 'startup') return meeting.startupId;
  return view === 'investor' ? meeting.investorId : (meeting.tableId ?? NO_TABLE);
}

export function gridRows(grid: TimetableGrid, view: View, locale: Locale, noTable: string): Row[] {
  if (view !== 'table') {
    const parties = view === 'startup' ? grid.startups : grid.investors;
    return parties.map((party) => ({ id: party.id, name: shownName(party, locale) }));
  }
  const rows: Row[] = grid.tables.map(({ id, name }) => ({ id, name }));
  const isAnyWithoutTable = grid.meetings.some(({ tableId }) => tableId === null);
  return isAnyWithoutTable ? [...rows, { id: NO_TABLE, name: noTable }] : rows;
}

export const cellKey = (row: string, slot: string): string => `${row} ${slot}`;

/** Cell to its meetings: one, but for those without a table. */
export function meetingsByCell(meetings: readonly GridMeeting[], view: View): Map<string, GridMeeting[]> {
  const cells = new Map<string, GridMeeting[]>();
  for (const meeting of meetings) {
    const key = cellKey(rowOf(meeting, view), meeting.slotId);
    cells.set(key, [...(cells.get(key) ?? []), meeting]);
  }
  return cells;
}

/** Slots in days, for the heads that span them. */
export function daysOf(slots: TimetableGrid['slots']): { day: string; count: number }[] {
  const days: { day: string; count: number }[] = [];
  for (const { day } of slots) {
    const last = days.at(-1);
    if (last?.day === day) last.count += 1;
    else days.push({ day, count: 1 });
  }
  return days;
}

export type Sides = { pairId: string; startupId: string; investorId: string };

/** Lookups of one state of the plan. */
export function indexOf(grid: TimetableGrid) {
  const at = new Map<string, GridMeeting>();
  for (const meeting of grid.meetings) {
    at.set(cellKey(meeting.startupId, meeting.slotId), meeting);
    at.set(cellKey(meeting.investorId, meeting.slotId), meeting);
    if (meeting.tableId) at.set(cellKey(meeting.tableId, meeting.slotId), meeting);
  }
  const away = new Map(Object.entries(grid.away).map(([id, slots]) => [id, new Set(slots)]));
  const name = new Map<string, TimetableGrid['startups'][number]>(
    [...grid.startups, ...grid.investors].map((each) => [each.id, each]),
  );
  const byPair = new Map(grid.meetings.map((meeting) => [meeting.pairId, meeting]));
  return { at, away, name, byPair };
}
export type GridIndex = ReturnType<typeof indexOf>;

/** Row and slot by their places; what the arrow keys move. */
export type Focus = { row: number; slot: number };

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
