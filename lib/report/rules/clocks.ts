import type { Day } from '@/lib/core/days';
import { done, type Result, refuse } from '@/lib/core/result';
import type { ProgramEntry } from '@/lib/core/scope';
import { dayInZone, startOfDay } from '@/lib/core/zones';
import { type Clocks, clocksKnownAt } from '@/lib/program/rules';

type Asked = { asOf: Day; knownAt?: Date | undefined };
/** The clocks of a figure that is published, with the instant it is known at. */
export type PublishedClocks = { clocks: Clocks; knownAt: Date };

/**
 * The two clocks figures may be published by: a day that has begun, known at this moment or an earlier one of that day
 * or after it. Refusals: in_the_future, known_in_the_future, known_too_early.
 */
export function publishedClocks(
  program: ProgramEntry,
  { asOf, knownAt = undefined }: Asked,
  now: Date,
): Result<PublishedClocks> {
  if (asOf > dayInZone(now, program.homeZone)) return refuse('in_the_future', { field: ['asOf'] });
  const instant = knownAt ?? now;
  if (instant > now) return refuse('known_in_the_future', { field: ['knownAt'] });
  if (instant < startOfDay(asOf, program.homeZone)) return refuse('known_too_early', { field: ['knownAt'] });
  return done({ clocks: clocksKnownAt(program, asOf, instant), knownAt: instant });
}
