import type { GridMeeting, TimetableGrid } from '@/lib/timetable/schema/grid';
import type { Sides } from './grid-model';

/** A plan as it looks the moment something is asked for, before the server has answered. */

type Place = { slotId: string; tableId: string | null };

function withMeetings(grid: TimetableGrid, meetings: GridMeeting[]): TimetableGrid {
  return { ...grid, meetings, proof: null };
}

export function withPlaced(grid: TimetableGrid, sides: Sides, place: Place): TimetableGrid {
  const wish = grid.unplaced.find(({ pair }) => pair.id === sides.pairId);
  const meeting: GridMeeting = {
    ...sides,
    ...place,
    isLocked: false,
    isPast: false,
    state: null,
    meetingId: null,
    wish: wish?.wish ?? null,
    weight: wish?.weight ?? 0,
  };
  const unplaced = grid.unplaced.filter(({ pair }) => pair.id !== sides.pairId);
  return { ...withMeetings(grid, [...grid.meetings, meeting]), unplaced };
}

export function withMoved(grid: TimetableGrid, pairId: string, place: Place): TimetableGrid {
  return withMeetings(
    grid,
    grid.meetings.map((meeting) => (meeting.pairId === pairId ? { ...meeting, ...place } : meeting)),
  );
}

export function withSwapped(grid: TimetableGrid, one: GridMeeting, other: GridMeeting): TimetableGrid {
  const placeOf = ({ slotId, tableId }: GridMeeting) => ({ slotId, tableId });
  return withMoved(withMoved(grid, one.pairId, placeOf(other)), other.pairId, placeOf(one));
}

export function withRemoved(grid: TimetableGrid, pairId: string): TimetableGrid {
  return withMeetings(
    grid,
    grid.meetings.filter((meeting) => meeting.pairId !== pairId),
  );
}

export type LockOf =
  | { pairIds: string[] }
  | { slotId: string }
  | { party: { kind: 'startup' | 'investor'; id: string } };

export function lockedBy(grid: TimetableGrid, of: LockOf): GridMeeting[] {
  return grid.meetings.filter((meeting) => {
    if ('pairIds' in of) return of.pairIds.includes(meeting.pairId);
    if ('slotId' in of) return meeting.slotId === of.slotId;
    return of.party.kind === 'startup'
      ? meeting.startupId === of.party.id
      : meeting.investorId === of.party.id;
  });
}

/** A lock limits what a later run may touch: it changes no meeting, so the proof stands. */
export function withLocked(grid: TimetableGrid, of: LockOf, isLocked: boolean): TimetableGrid {
  const pairs = new Set(lockedBy(grid, of).map(({ pairId }) => pairId));
  const meetings = grid.meetings.map((meeting) =>
    pairs.has(meeting.pairId) ? { ...meeting, isLocked } : meeting,
  );
  return { ...grid, meetings };
}
