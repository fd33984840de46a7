import type { Refusal } from '@/lib/core/result';
import {
  type Gate,
  isClosed,
  isLaterStage,
  type PairStatus,
  STAGE_TABLE,
  STATUS_TABLE,
  type Stage,
} from './stages';

/** What is known of the stage a pair leaves. */
export type GateFacts = { heldMeeting: boolean; outcome: boolean };

type Move = {
  from: Stage;
  to: Stage;
  status: PairStatus;
  effectiveAt: Date;
  now: Date;
  reason?: string;
  facts: GateFacts;
};

/** Why a stage move is refused; empty when it may go ahead. Soft gates open with a reason. */
export function refusalsOfMove(move: Move): Refusal[] {
  const { from, to, status, effectiveAt, now, reason, facts } = move;
  if (effectiveAt > now) return [{ reason: 'in_the_future', field: ['effectiveAt'] }];
  if (from === to) return [{ reason: 'same_stage', field: ['stage'] }];
  if (isClosed(status)) return [{ reason: 'pair_closed', field: ['stage'] }];
  if (reason) return [];
  if (isLaterStage(from, to)) return [{ reason: 'back_needs_reason', field: ['reason'] }];
  return missingGates(from, facts).map((gate) => ({
    reason: `gate_${gate.needs}`,
    field: ['reason'],
    params: { strength: gate.strength },
  }));
}

/** The gates of leaving a stage forward that nothing satisfies yet; the board asks for these before it moves. */
export function missingGates(from: Stage, facts: GateFacts): Gate[] {
  return STAGE_TABLE[from].leaveForward.filter(
    (gate) =>
      (gate.needs === 'held_meeting' && !facts.heldMeeting) || (gate.needs === 'outcome' && !facts.outcome),
  );
}

type StatusChange = {
  from: PairStatus;
  to: PairStatus;
  effectiveAt: Date;
  now: Date;
  reasonCode?: string;
  reason?: string;
};

/** Why a change of status is refused. A close needs a reason (domain: "with a reason where closed"). */
export function refusalsOfStatus({
  from,
  to,
  effectiveAt,
  now,
  reasonCode,
  reason,
}: StatusChange): Refusal[] {
  if (effectiveAt > now) return [{ reason: 'in_the_future', field: ['effectiveAt'] }];
  if (from === to) return [{ reason: 'same_status', field: ['status'] }];
  if (STATUS_TABLE[to].needsReason && !reasonCode && !reason)
    return [{ reason: 'close_needs_reason', field: ['reasonCode'] }];
  return [];
}
