import { type Day, parseDay } from '@/lib/core/days';
import { AppError } from '@/lib/core/errors';
import type { Locale, ProgramEntry } from '@/lib/core/scope';
import { dayInZone, endOfDay } from '@/lib/core/zones';

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

/** The day a reader's funnel opens at: the program's own choice, else today. */
export function openingDay(program: ProgramEntry, now: Date): Day {
  return (program.asOfDefault && parseDay(program.asOfDefault)) || dayInZone(now, program.homeZone);
}

export function programName(program: { name: string; nameEn: string }, locale: Locale): string {
  return locale === 'en' ? program.nameEn || program.name : program.name;
}

/** Midnight UTC of a calendar day: how a `date` column travels through Prisma. */
export function dateColumn(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The calendar day of a `date` column. */
export function dayOfColumn(value: Date): Day {
  const day = parseDay(value.toISOString().slice(0, 10));
  if (!day) throw new AppError('internal', `not a calendar day: ${value.toISOString()}`);
  return day;
}
