import type { GridMeeting, LegalTarget, TimetableGrid } from '@/lib/timetable/schema/grid';
import { cellKey, type GridIndex, NO_TABLE, type Row, rowOf, type Sides, type View } from './grid-model';

/** Why the chosen pair cannot go to a cell. `said` is the server's own sentence. */
type Why =
  | { key: 'said'; message: string }
  | { key: 'otherRow' | 'taken' | 'past' | 'locked' | 'away' | 'fixed' | 'noTable' }
  | { key: 'meets'; partyId: string };

/** What a cell is to the pair that was chosen. */
export type CellFit =
  | { kind: 'own' | 'none' | 'waiting' }
  | { kind: 'legal'; tableId: string | null | undefined }
  | { kind: 'swap'; with: GridMeeting }
  | { kind: 'blocked'; why: Why };

export type Chosen = Sides & { meeting: GridMeeting | null };

type Asked = {
  grid: TimetableGrid;
  index: GridIndex;
  view: View;
  row: Row;
  slotId: string;
  here: readonly GridMeeting[];
  chosen: Chosen;
  /** Null while the server is asked. */
  targets: ReadonlyMap<string, LegalTarget> | null;
};

const blocked = (why: Why): CellFit => ({ kind: 'blocked', why });

export function cellFitOf(asked: Asked): CellFit {
  const { grid, view, row, slotId, here, chosen, targets } = asked;
  const { meeting } = chosen;
  if (here.some(({ pairId }) => pairId === chosen.pairId)) return { kind: 'own' };
  if (meeting?.isPast) return { kind: 'none' };
  if (meeting?.isLocked) return blocked({ key: 'locked' });
  const [other] = here;
  if (other) return swapOf(asked, other);
  if (view === 'startup' && row.id !== chosen.startupId) return blocked({ key: 'otherRow' });
  if (view === 'investor' && row.id !== chosen.investorId) return blocked({ key: 'otherRow' });
  if (view === 'table' && row.id === NO_TABLE) return blocked({ key: 'noTable' });
  if (!targets) return { kind: 'waiting' };
  const target = targets.get(slotId);
  if (!target) return { kind: 'none' };
  if (target.block) return blocked({ key: 'said', message: target.block.message });
  if (view !== 'table') return { kind: 'legal', tableId: undefined };
  const fixed = grid.fixedTables[chosen.startupId] ?? grid.fixedTables[chosen.investorId];
  if (fixed && fixed !== row.id) return blocked({ key: 'fixed' });
  if (asked.index.away.get(row.id)?.has(slotId)) return blocked({ key: 'away' });
  return { kind: 'legal', tableId: row.id };
}

/** Two meetings change places when each can be where the other is; whoever is not placed yet has nothing to give. */
function swapOf({ index, chosen }: Asked, other: GridMeeting): CellFit {
  const own = chosen.meeting;
  if (!own) return blocked({ key: 'taken' });
  if (other.isPast) return blocked({ key: 'past' });
  if (other.isLocked) return blocked({ key: 'locked' });
  const both = [own.pairId, other.pairId];
  const why = inTheWay(index, own, other.slotId, both) ?? inTheWay(index, other, own.slotId, both);
  return why ? blocked(why) : { kind: 'swap', with: other };
}

function inTheWay(index: GridIndex, sides: Sides, slotId: string, except: readonly string[]): Why | null {
  for (const id of [sides.startupId, sides.investorId]) {
    if (index.away.get(id)?.has(slotId)) return { key: 'away' };
    const meeting = index.at.get(cellKey(id, slotId));
    if (meeting && !except.includes(meeting.pairId)) return { key: 'meets', partyId: id };
  }
  return null;
}

/** The row in which a pair's cells stand, where there is one before it is placed. */
export function rowOfPair(sides: Sides, meeting: GridMeeting | null, view: View): string | null {
  if (view === 'startup') return sides.startupId;
  if (view === 'investor') return sides.investorId;
  return meeting ? rowOf(meeting, view) : null;
}
