import type { Day } from '@/lib/core/days';

/** How fast the funnel is played: stops a second are this over `PAUSE_MS`. */
export const SPEEDS = [1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** How long a day is left standing before the next one is asked for, at the slowest. */
const PAUSE_MS = 1200;

export function pauseOf(speed: Speed): number {
  return PAUSE_MS / speed;
}

/** The next day after this one on which something changed, until the end of the line; null at the end. */
export function changeAfter(changes: readonly Day[], day: Day, end: Day): Day | null {
  return changes.find((one) => one > day && one <= end) ?? null;
}

/** The last day before this one on which something changed, from the start of the line; null at the start. */
export function changeBefore(changes: readonly Day[], day: Day, start: Day): Day | null {
  return changes.findLast((one) => one < day && one >= start) ?? null;
}
