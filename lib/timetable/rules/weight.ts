import { MEETING_STAGES, type MeetingStage, STAGE_TABLE, type Stage } from '@/lib/pair/rules/stages';
import type { PairFact } from './facts';

/**
 * What a meeting of the pair is worth, a whole number from 1 to 5. The office's own weight decides. Else 2, and
 * 1 more for a like, 2 for a must; 1 more after an outcome of interest 4, 2 after 5, 1 less after 1 or 2; 1 more where
 * both earlier rounds were held, for two who keep meeting mean it.
 */
export function weightOf(pair: Pick<PairFact, 'officeWeight' | 'wish' | 'interest' | 'heldBefore'>): number {
  if (pair.officeWeight !== null) return pair.officeWeight;
  const word = pair.wish === 'must' ? 2 : pair.wish === 'like' ? 1 : 0;
  const heard = pair.interest === null ? 0 : ([-1, -1, 0, 1, 2][pair.interest - 1] ?? 0);
  const met = pair.heldBefore >= 2 ? 1 : 0;
  return Math.min(5, Math.max(1, 2 + word + heard + met));
}

/** The stage of the program before this one; candidate before the first. */
export function stageBefore(stage: MeetingStage, ofProgram: readonly Stage[]): Stage {
  const earlier = MEETING_STAGES.filter(
    (each) => ofProgram.includes(each) && STAGE_TABLE[each].order < STAGE_TABLE[stage].order,
  );
  return earlier.at(-1) ?? 'candidate';
}

/**
 * Whether the stage's timetable tries to place the pair: an open pair that has come as far as the stage before (each open
 * pair, where there is none before), or further; or one that somebody asked for: must, like, or a weight of the office.
 * Never after a no-thanks. A pair on hold or invested meets only when asked for.
 */
export function isWish(pair: PairFact, before: Stage): boolean {
  if (pair.wish === 'no_thanks' || pair.status === 'passed' || pair.status === 'withdrawn') return false;
  if (pair.wish === 'must' || pair.wish === 'like' || pair.officeWeight !== null) return true;
  return pair.status === 'open' && STAGE_TABLE[pair.stage].order >= STAGE_TABLE[before].order;
}
