import type { RampTone } from '@/components/ui/ramp-tile';
import { isClosed, type PairStatus, STAGE_TABLE, type Stage } from '@/lib/pair/rules/stages';

/** The tile of a pair: its stage, unless its status says more. */
export function toneOfPair(stage: Stage, status: PairStatus): RampTone {
  if (status === 'invested') return 'invested';
  if (status === 'on_hold') return 'held';
  return isClosed(status) ? 'closed' : toneOfStage(stage);
}

export function toneOfStage(stage: Stage): RampTone {
  return String(STAGE_TABLE[stage].order) as RampTone;
}
