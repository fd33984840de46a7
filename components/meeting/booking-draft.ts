import { clearRange, type Day, dayInZone, parseDay, zonedToInstant } from '@/lib/core/dates';
import type { BookingFacts, BusyTime } from '@/lib/meeting/queries/booking';
import { isLaterStage, MEETING_STAGES, type MeetingStage, type Stage } from '@/lib/pair/rules/stages';

/** A booking as its controls hold it: day and times of the stage's own zone, `slot` the instant of a planned slot. */
export type BookingDraft = {
  stage: MeetingStage;
  day: string;
  slot: string;
  start: string;
  end: string;
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

/** Where the form starts for a stage: today while the stage runs, else its first day; planned slots where it has some. */
export function draftForStage(facts: Facts, stage: MeetingStage, now: Date, zone: string) {
  const setting = stageSetting(facts, stage);
  const today = dayInZone(now, zone);
  const within = !setting || (today >= setting.startsOn && today <= setting.endsOn);
  const day = within ? today : setting.startsOn;
  const hasSlots = slotsOn(facts, stage, day, zone).length > 0;
  const minutes = setting?.meetingMinutes ?? 25;
  return { stage, day, slot: hasSlots ? '' : FREE, start: '10:00', end: plusMinutes('10:00', minutes) };
}

/** `HH:mm` some minutes later; past midnight it begins anew. */
export function plusMinutes(time: string, minutes: number): string {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  const total = (hours * 60 + rest + minutes) % (24 * 60);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/** The instants a draft means; an end before its start is on the next day. Null while something is missing. */
export function spanOf(
  { day, slot, start, end }: Pick<BookingDraft, 'day' | 'slot' | 'start' | 'end'>,
  slots: readonly Slot[],
  zone: string,
): Span | null {
  if (slot !== FREE) {
    const chosen = slots.find(({ startsAt }) => startsAt === slot);
    return chosen ? { startsAt: chosen.startsAt, endsAt: chosen.endsAt } : null;
  }
  const known = parseDay(day);
  if (!known || !start || !end) return null;
  const startsAt = instantOf(known, start, zone);
  let endsAt = instantOf(known, end, zone);
  if (end < start) endsAt = instantOf(nextDay(known), end, zone);
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

function instantOf(day: Day, time: string, zone: string): Date {
  return zonedToInstant(day, time.slice(0, 5), zone).instant;
}

function nextDay(day: Day): Day {
  return dayInZone(new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000), 'UTC');
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
