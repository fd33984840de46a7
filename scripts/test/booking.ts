import type { Locale } from '@/lib/core/locale';
import type { Result } from '@/lib/core/result';
import { explainRefusals } from '@/lib/platform/explain';
import type { SmallProgram } from './small-program';

/** 20:00 on the main day in Boston. */
export const NOW = new Date('2023-04-29T00:00:00Z');
/** 14:30 to 14:55 in Boston. */
export const SLOT = { startsAt: '2023-04-28T18:30:00Z', endsAt: '2023-04-28T18:55:00Z' };
export const NEXT_SLOT = { startsAt: '2023-04-28T18:55:00Z', endsAt: '2023-04-28T19:20:00Z' };

/** What books the first startup and the first investor of a small program for the main session. */
export const booking = (world: SmallProgram, more: Record<string, unknown> = {}) => ({
  pairId: world.pairOf(world.stepOne, world.firm7),
  stage: 'main_session',
  ...SLOT,
  ...more,
});

/** The sentences of a booking that was refused. */
export function wordsOf(result: Result<unknown>, locale: Locale): string[] {
  return result.ok
    ? []
    : explainRefusals('meeting.book', result.refusals, locale).map((error) => error.message);
}
