import { clearRange } from '@/lib/core/dates';
import { addDays, parseDay } from '@/lib/core/days';
import { dayInZone, instantsOf, typedTime } from '@/lib/core/zones';
import type { BookingFacts, BusyTime } from '@/lib/meeting/schema';
import { isLaterStage, MEETING_STAGES, type MeetingStage, type Stage } from '@/lib/pair/rules/stages';

/** A booking as its controls hold it: day and times of the stage's own zone, `slot` the instant of a planned slot. */
export type BookingDraft = {
  stage: MeetingStage;
  day: string;
  slot: string;
  start: string;
  /** Whether the second is meant, where the clocks show that time twice. */
  startIsSecond: boolean;
  end: string;
  endIsSecond: boolean;
  table: string;
  link: string;
  contactIds: string[];
  advance: boolean;
  /** Why a pair that is not to meet meets all the same. */
  reason: string;
  advanceReason: string;
};

export const FREE = 'free';
type Facts = Pick<BookingFacts, 'stages' | 'slots'>;
export type Span = { startsAt: string; endsAt: string };
/** `text`: as its zone's clocks show it, told apart where they show it twice. */
export type Slot = Span & { text: string };

export function stageSetting({ stages }: Facts, stage: MeetingStage) {
  return stages.find((setting) => setting.stage === stage) ?? null;
}

/** The planned slots of a stage on a day of its zone, in order, with the times its clocks show. */
export function slotsOn({ slots }: Facts, stage: MeetingStage, day: string, zone: string): Slot[] {
  return slots
    .filter((slot) => slot.stage === stage && dayInZone(new Date(slot.startsAt), zone) === day)
    .map(({ startsAt, endsAt }) => ({
      startsAt,
      endsAt,
      text: clearRange(new Date(startsAt), new Date(endsAt), zone),
    }));
}

/** The stage a pair's next meeting is likely for: the one it stands in, or the first. */
export function likelyStage(stage: Stage): MeetingStage {
  return MEETING_STAGES.find((each) => each === stage) ?? 'video_call';
}

const FIRST_HOUR = { start: '10:00', startIsSecond: false, endIsSecond: false };

/** Where the form starts for a stage: today while the stage runs, else its first day; planned slots where it has some. */
export function draftForStage(facts: Facts, stage: MeetingStage, now: Date, zone: string) {
  const setting = stageSetting(facts, stage);
  const today = dayInZone(now, zone);
  const within = !setting || (today >= setting.startsOn && today <= setting.endsOn);
  const day = within ? today : setting.startsOn;
  const hasSlots = slotsOn(facts, stage, day, zone).length > 0;
  const minutes = setting?.meetingMinutes ?? 25;
  return { stage, day, slot: hasSlots ? '' : FREE, ...FIRST_HOUR, end: plusMinutes('10:00', minutes) };
}

/** `HH:mm` some minutes later; past midnight it begins anew. */
export function plusMinutes(time: string, minutes: number): string {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  const total = (hours * 60 + rest + minutes) % (24 * 60);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

type Times = Pick<BookingDraft, 'day' | 'slot' | 'start' | 'startIsSecond' | 'end' | 'endIsSecond'>;

/**
 * The instants a draft means; an end before its start is on the next day. Null while something is missing, or where the
 * clocks never show a time that was typed.
 */
export function spanOf(draft: Times, slots: readonly Slot[], zone: string): Span | null {
  if (draft.slot !== FREE) {
    const chosen = slots.find(({ startsAt }) => startsAt === draft.slot);
    return chosen ? { startsAt: chosen.startsAt, endsAt: chosen.endsAt } : null;
  }
  const startsAt = chosenOf(startsOf(draft, zone), draft.startIsSecond);
  const endsAt = chosenOf(endsOf(draft, zone), draft.endIsSecond);
  return startsAt && endsAt ? { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() } : null;
}

function chosenOf(instants: readonly Date[], isSecond: boolean): Date | undefined {
  return instants[isSecond ? 1 : 0] ?? instants[0];
}

/** What the typed start may mean: two instants where the clocks show it twice, none where they never do. */
export function startsOf({ day, start }: Pick<Times, 'day' | 'start'>, zone: string): readonly Date[] {
  const known = parseDay(day);
  return known && start ? instantsOf(known, start.slice(0, 5), zone) : [];
}

/** What the typed end may mean: of the instants that show it only those after the start, or those of the next day. */
export function endsOf(draft: Omit<Times, 'slot'>, zone: string): readonly Date[] {
  const { day, start, startIsSecond, end } = draft;
  const known = parseDay(day);
  if (!known || !start || !end) return [];
  const startsAt = chosenOf(startsOf(draft, zone), startIsSecond);
  const sameDay = instantsOf(known, end.slice(0, 5), zone);
  if (!startsAt) return sameDay;
  const later = sameDay.filter((each) => each > startsAt);
  if (later.length > 0) return later;
  return end < start ? instantsOf(addDays(known, 1), end.slice(0, 5), zone) : sameDay;
}

/** Start and end that the controls show for a meeting that stands. */
export function timesOf({ startsAt, endsAt }: Span, zone: string): Omit<Times, 'day' | 'slot'> {
  const start = typedTime(new Date(startsAt), zone);
  const end = typedTime(new Date(endsAt), zone);
  const times = { start: start.time, startIsSecond: start.isSecond, end: end.time, endIsSecond: false };
  const ends = endsOf({ ...times, day: dayInZone(new Date(startsAt), zone) }, zone);
  return { ...times, endIsSecond: ends[1]?.getTime() === Date.parse(endsAt) };
}

/** The start as chosen, with the end some minutes after it, as the clocks show it. */
export function endingAfter(
  draft: Pick<Times, 'day' | 'start' | 'startIsSecond'>,
  minutes: number,
  zone: string,
): Pick<Times, 'start' | 'startIsSecond'> & Partial<Times> {
  const { start, startIsSecond } = draft;
  const startsAt = chosenOf(startsOf(draft, zone), startIsSecond);
  if (!startsAt) return { start, startIsSecond, ...(start ? { end: plusMinutes(start, minutes) } : {}) };
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
  return timesOf({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }, zone);
}

/** Whether the times still stand as the form opened with them: a meeting whose time nobody touched keeps its instants. */
export function isSameTime(now: Times, before: Times): boolean {
  const keys = ['day', 'slot', 'start', 'startIsSecond', 'end', 'endIsSecond'] as const;
  return keys.every((key) => now[key] === before[key]);
}

/** What already takes a party's time then, but for the meeting that is being moved. */
export function busyAt(span: Span, busy: readonly BusyTime[], except?: string): BusyTime | null {
  return (
    busy.find(
      (each) => each.meetingId !== except && each.startsAt < span.endsAt && each.endsAt > span.startsAt,
    ) ?? null
  );
}

/** Whether booking this stage leaves the pair behind it. */
export function isBehind(pair: { stage: Stage }, stage: MeetingStage): boolean {
  return isLaterStage(stage, pair.stage);
}
