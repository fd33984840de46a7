import { type Day, earliestOf, parseDay, toDay } from '@/lib/core/days';
import type { ProgramEntry } from '@/lib/core/scope';
import { dayInZone, endOfDay, instantsOf } from '@/lib/core/zones';

/** The two clocks of a figure as exclusive bounds; null means "all there is". Days are days of `timeZone`. */
export type Clocks = {
  readonly asOf: Day;
  readonly knownOn: Day | null;
  readonly timeZone: string;
  /** Happened before this instant: the end of `asOf` in the program's home zone. */
  readonly before: Date;
  /** Recorded before this instant. */
  readonly knownBefore: Date | null;
  /** The live view: as of today, as known now. */
  readonly isNow: boolean;
};

/** The program's home zone is the zone of every as-of date (domain: "the program's zone"). */
export function clocksOf(program: ProgramEntry, now: Date, asOf?: Day | null, knownOn?: Day | null): Clocks {
  const timeZone = program.homeZone;
  const today = dayInZone(now, timeZone);
  const day = asOf ?? today;
  return {
    asOf: day,
    knownOn: knownOn ?? null,
    timeZone,
    before: endOfDay(day, timeZone),
    knownBefore: knownOn ? endOfDay(knownOn, timeZone) : null,
    isNow: day === today && !knownOn,
  };
}

/** As of the end of a day, as known at an instant: the clocks of a figure that was published then. */
export function clocksKnownAt(program: ProgramEntry, asOf: Day, knownAt: Date): Clocks {
  const knownOn = dayInZone(knownAt, program.homeZone);
  return { ...clocksOf(program, knownAt, asOf, knownOn), knownBefore: knownAt };
}

/**
 * The day that every dated screen of a program shows: the one its address names, else today; never ahead of today
 * (decision 14). The program's reporting day is offered beside it and is no default.
 */
export function shownDay(program: Pick<ProgramEntry, 'homeZone'>, asked: Day | '' | null, now: Date): Day {
  const today = dayInZone(now, program.homeZone);
  return asked ? earliestOf(asked, today) : today;
}

/** The program's reporting day, where it has one and it is over. */
export function reportingDay(program: ProgramEntry, now: Date): Day | null {
  const day = program.asOfDefault ? parseDay(program.asOfDefault) : null;
  return day && day < dayInZone(now, program.homeZone) ? day : null;
}

/** Programs ask again so many months after the event, which is the main session's first day (domain: "Follow-up"). */
export const WAVE_MONTHS = [2, 6, 12] as const;
export type WaveMonths = (typeof WAVE_MONTHS)[number];

/** Midnight UTC of a calendar day: how a `date` column travels through Prisma. */
export function dateColumn(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The calendar day of a `date` column. */
export function dayOfColumn(value: Date): Day {
  return toDay(value.getTime());
}

export type SlotPlan = {
  day: Day;
  /** HH:mm on the clocks of `timeZone`. */
  firstStart: string;
  /** Whether the second is meant, where those clocks show it twice. */
  isSecond?: boolean | undefined;
  minutes: number;
  breakMinutes: number;
  count: number;
  timeZone: string;
};
export type PlannedSlot = { startsAt: Date; endsAt: Date };

/**
 * A row of slots, one after the other by elapsed time. Null where the first start never shows on the zone's clocks
 * (they are put forward over it).
 */
export function planSlots(plan: SlotPlan): PlannedSlot[] | null {
  const [first, second] = instantsOf(plan.day, plan.firstStart, plan.timeZone);
  if (!first) return null;
  const instant = (plan.isSecond && second) || first;
  const step = (plan.minutes + plan.breakMinutes) * 60_000;
  return Array.from({ length: plan.count }, (_, index) => {
    const start = instant.getTime() + index * step;
    return { startsAt: new Date(start), endsAt: new Date(start + plan.minutes * 60_000) };
  });
}

export function overlaps(a: PlannedSlot, b: PlannedSlot): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** `Boston 2026` gives `boston-2026`. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}

/** `1-15`, `A1-A5, VIP`: ranges written out, at most 300 names; anything else is a name as it stands. */
export function tableNames(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
    .flatMap(tableRange)
    .slice(0, 300);
}

function tableRange(part: string): string[] {
  const found = /^(\D*)(\d{1,4}) ?[-–~] ?(\D*)(\d{1,4})$/.exec(part);
  if (!found) return [part];
  const [, prefix = '', from = '', again = '', to = ''] = found;
  const first = Number(from);
  const count = Number(to) - first + 1;
  if (count < 1 || (again !== '' && again !== prefix)) return [part];
  return Array.from({ length: Math.min(count, 300) }, (_, index) => prefix + (first + index));
}
