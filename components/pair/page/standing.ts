import { isLaterStage, type MeetingStage, STAGE_TABLE, type Stage } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import type { StageLogEntry } from '@/lib/pair/schema/history';

export type Standing = 'done' | 'current' | 'skipped' | 'ahead';

/** How far a pair has come, seen from one stage: gone through, left out, standing here, or still ahead. */
export function standingAt(
  stage: MeetingStage,
  pair: Pick<PairItem, 'stage'> & { events: readonly StageLogEntry[] },
  wasHeld: boolean,
): Standing {
  if (stage === pair.stage) return 'current';
  if (isLaterStage(stage, pair.stage)) return 'ahead';
  return wasHeld || pair.events.some((event) => event.to === stage && !event.voided) ? 'done' : 'skipped';
}

/** The stage a pair stands in and the next one: where a booking is likely. */
export function isNear(stage: MeetingStage, standsIn: Stage): boolean {
  const ahead = STAGE_TABLE[stage].order - STAGE_TABLE[standsIn].order;
  return ahead === 0 || ahead === 1;
}
