import { addMonths, type Day } from '@/lib/core/days';
import type { Refusal } from '@/lib/core/result';
import { dayInZone } from '@/lib/core/zones';
import { isClosed, type PairStatus } from '@/lib/pair/rules/stages';

export const MEETING_STATES = ['scheduled', 'held', 'no_show', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** Who did not come. */
export const SIDES = ['startup', 'investor', 'both'] as const;
export type Side = (typeof SIDES)[number];

const SHORTEST_MINUTES = 5;
const SHORTEST_MS = SHORTEST_MINUTES * 60_000;
const LONGEST_MS = 12 * 60 * 60 * 1000;
/** A meeting belongs to its program: farther away than this from all its days stands a slip of the pen. */
const YEARS_AROUND = 5;

type MeetingTime = { startsAt: Date; endsAt: Date };

/** The first and the last day that a program's meetings may be on, as years around its stages and today. */
export function daysForMeetings(days: readonly Day[]): { first: Day; last: Day } {
  const sorted = days.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) throw new RangeError('No day to go by');
  return { first: addMonths(first, -12 * YEARS_AROUND), last: addMonths(last, 12 * YEARS_AROUND) };
}

/** Why nothing can stand at a time; the rest the database's exclusion constraints refuse. */
export function refusalsOfTime(
  { startsAt, endsAt }: MeetingTime,
  { first, last }: { first: Day; last: Day },
): Refusal[] {
  const lasts = endsAt.getTime() - startsAt.getTime();
  if (lasts <= 0) return [{ reason: 'ends_before_start', field: ['endsAt'] }];
  if (lasts < SHORTEST_MS) {
    return [{ reason: 'too_short_meeting', field: ['endsAt'], params: { minutes: SHORTEST_MINUTES } }];
  }
  if (lasts > LONGEST_MS) return [{ reason: 'too_long_meeting', field: ['endsAt'] }];
  const day = dayInZone(startsAt, 'UTC');
  return day < first || day > last
    ? [{ reason: 'far_from_program', field: ['startsAt'], params: { years: YEARS_AROUND } }]
    : [];
}

/** A closed pair meets no more; reopening it is a decision of its own. */
export function refusalsOfPairStatus(status: PairStatus): Refusal[] {
  return isClosed(status) ? [{ reason: 'pair_closed' }] : [];
}

export function refusalsOfBooking(
  booking: { status: PairStatus } & MeetingTime,
  days: { first: Day; last: Day },
): Refusal[] {
  const closed = refusalsOfPairStatus(booking.status).map((refusal) => ({ ...refusal, field: ['pairId'] }));
  return closed.length > 0 ? closed : refusalsOfTime(booking, days);
}

/** Its time was over or had begun, and now it is to come: as much a new meeting as a booking. */
export function comesToLieAhead(from: Date, to: Date, now: Date): boolean {
  return from <= now && to > now;
}

type Place = MeetingTime & { tableId: string | null; link: string | null };

/** Moved to where it stands already: nothing would change, and nobody should be told that something did. */
export function isSamePlace(a: Place, b: Place): boolean {
  return (
    a.startsAt.getTime() === b.startsAt.getTime() &&
    a.endsAt.getTime() === b.endsAt.getTime() &&
    a.tableId === b.tableId &&
    a.link === b.link
  );
}

export type Mark = {
  from: MeetingState;
  to: 'held' | 'no_show' | 'scheduled';
  /** Who did not come, as it stands and as it is to be. */
  fromSide: Side | null;
  side?: Side | undefined;
  startsAt: Date;
  now: Date;
  /** A startup's people answer for themselves; what the office wrote down, the office corrects. */
  asStartup: boolean;
  markedByOffice: boolean;
};

/** Why a mark is refused; empty when it may be set. */
export function refusalsOfMark(mark: Mark): Refusal[] {
  const { from, to, side, startsAt, now } = mark;
  if (to !== 'scheduled' && startsAt > now) return [{ reason: 'not_yet', field: ['state'] }];
  if (to === 'no_show' && !side) return [{ reason: 'side_needed', field: ['side'] }];
  if (to !== 'no_show' && side) return [{ reason: 'side_without_no_show', field: ['side'] }];
  if (from === to && (to !== 'no_show' || side === mark.fromSide)) {
    return [{ reason: 'same_state', field: ['state'] }];
  }
  if (from === 'cancelled' && (to !== 'scheduled' || mark.asStartup)) {
    return [{ reason: 'cancelled', field: ['state'] }];
  }
  if (mark.asStartup && mark.markedByOffice) return [{ reason: 'office_marked', field: ['state'] }];
  return [];
}

type MarkChoice = { state: 'held' | 'scheduled' } | { state: 'no_show'; side: Side };

const MARK_CHOICES: readonly MarkChoice[] = [
  { state: 'held' },
  ...(['investor', 'startup', 'both'] as const).map((side) => ({ state: 'no_show' as const, side })),
  { state: 'scheduled' },
];

/** A meeting as it stands, and who would mark it; instants are ISO with Z. */
export type Markable = {
  state: MeetingState;
  noShowSide: Side | null;
  startsAt: string;
  markedByOffice: boolean;
};

/** The marks that would be taken now, by the same rules: what would be refused is not offered. */
export function marksOffered(meeting: Markable, asStartup: boolean, now: Date): MarkChoice[] {
  const standing = {
    ...{ from: meeting.state, fromSide: meeting.noShowSide, startsAt: new Date(meeting.startsAt) },
    ...{ markedByOffice: meeting.markedByOffice, asStartup, now },
  };
  return MARK_CHOICES.filter((choice) => {
    const side = choice.state === 'no_show' ? choice.side : undefined;
    return refusalsOfMark({ ...standing, to: choice.state, side }).length === 0;
  });
}

/** Only what is still to come can be moved or called off. */
export function refusalsOfChange(state: MeetingState): Refusal[] {
  return state === 'scheduled' ? [] : [{ reason: 'not_scheduled', params: { state } }];
}

/** Held or over, not cancelled, nobody missing, and without an outcome. */
export function needsOutcome(
  meeting: { state: MeetingState; endsAt: Date; hasOutcome: boolean },
  now: Date,
): boolean {
  if (meeting.hasOutcome) return false;
  return meeting.state === 'held' || (meeting.state === 'scheduled' && meeting.endsAt <= now);
}

/** A number or a letter says little by itself: beside it stands the word for a table. */
export function isBareTableName(name: string): boolean {
  return /^[0-9a-z]{1,3}$/i.test(name);
}
