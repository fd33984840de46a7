/** How often a password may be wrong before the next try has to wait. */
const FREE_FAILURES = 5;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 15 * 60;
/** A day without a failure forgives those before. */
const FORGIVEN_AFTER_MS = 24 * 60 * 60 * 1000;

export type Failures = { failures: number; lastAt: Date };

/** How many failures in a row this one makes. */
export function countFailure(before: Failures, now: Date): number {
  return isForgiven(before.lastAt, now) ? 1 : before.failures + 1;
}

export function isForgiven(lastAt: Date, now: Date): boolean {
  return now.getTime() - lastAt.getTime() >= FORGIVEN_AFTER_MS;
}

/** When the next try is heard: at once up to four failures, then after 30 s, 1 min, 2 min ... 15 min at most. */
export function lockedUntil(failures: number, now: Date): Date | null {
  if (failures < FREE_FAILURES) return null;
  const seconds = Math.min(FIRST_WAIT_SECONDS * 2 ** (failures - FREE_FAILURES), LONGEST_WAIT_SECONDS);
  return new Date(now.getTime() + seconds * 1000);
}

/** Whole seconds still to wait; 0 when open. */
export function secondsToWait(until: Date | null, now: Date): number {
  return until ? Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 1000)) : 0;
}

/** The wait for a sentence: seconds below a minute, else minutes rounded up, the other one 0. */
export function waitInWords(seconds: number): { minutes: number; seconds: number } {
  return seconds < 60 ? { minutes: 0, seconds } : { minutes: Math.ceil(seconds / 60), seconds: 0 };
}
