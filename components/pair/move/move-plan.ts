import { refusalsOfMove } from '@/lib/pair/rules/moves';
import { GATE_NEEDS, type Stage } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';

/** Why a move waits or stays away, by the names of its refusals. */
export type MoveReason =
  | 'same_stage'
  | 'pair_closed'
  | 'back_needs_reason'
  | 'gate_held_meeting'
  | 'gate_outcome';
const REASONS: readonly string[] = [
  'same_stage',
  'pair_closed',
  'back_needs_reason',
  'gate_held_meeting',
  'gate_outcome',
] satisfies MoveReason[];
const OPENED_BY_A_REASON: readonly MoveReason[] = ['back_needs_reason', 'gate_held_meeting', 'gate_outcome'];

type Movable = Pick<PairItem, 'stage' | 'status' | 'gates'>;

/** What a move would be refused with, by the server's own rule: nothing, what a reason opens, or what nothing opens. */
type MovePlan = { kind: 'moves' | 'asks' | 'refused'; reasons: MoveReason[] };

export function planMove(pair: Movable, to: Stage, reason = ''): MovePlan {
  // The gates that came with the pair are the ones not yet satisfied; all others are.
  const missing = new Set(pair.gates.map(({ needs }) => needs));
  const at = new Date(0);
  const refusals = refusalsOfMove({
    from: pair.stage,
    to,
    status: pair.status,
    effectiveAt: at,
    now: at,
    facts: { heldMeeting: !missing.has('held_meeting'), outcome: !missing.has('outcome') },
    ...(reason.trim() ? { reason } : {}),
  });
  const reasons = refusals.map((refusal) => refusal.reason).filter(isMoveReason);
  if (reasons.length === 0) return { kind: 'moves', reasons };
  const asks = reasons.every((one) => OPENED_BY_A_REASON.includes(one));
  return { kind: asks ? 'asks' : 'refused', reasons };
}

export function isMoveReason(text: string): text is MoveReason {
  return REASONS.includes(text);
}

/** The gates that refusals name. */
export function gatesOf(reasons: readonly MoveReason[]): PairItem['gates'] {
  return GATE_NEEDS.filter((needs) => (reasons as readonly string[]).includes(`gate_${needs}`)).map(
    (needs) => ({ needs, strength: 'soft' }),
  );
}

type Listed = Movable & Pick<PairItem, 'id' | 'version'>;

/** Of many pairs: which move, which would with a reason, which stay and why. */
type BulkPlan<Pair extends Listed = Listed> = {
  moving: Pair[];
  asking: Map<MoveReason, Pair[]>;
  staying: Map<MoveReason, Pair[]>;
};

/** A pair that several things hold back is listed under the first of them. */
export function planMoves<Pair extends Listed>(
  pairs: readonly Pair[],
  to: Stage,
  reason = '',
): BulkPlan<Pair> {
  const plan: BulkPlan<Pair> = { moving: [], asking: new Map(), staying: new Map() };
  for (const pair of pairs) {
    const { kind, reasons } = planMove(pair, to, reason);
    const [why] = reasons;
    if (kind === 'moves' || !why) {
      plan.moving.push(pair);
      continue;
    }
    const held = kind === 'asks' ? plan.asking : plan.staying;
    held.set(why, [...(held.get(why) ?? []), pair]);
  }
  return plan;
}

export function countOf(held: ReadonlyMap<MoveReason, readonly unknown[]>): number {
  return [...held.values()].reduce((sum, pairs) => sum + pairs.length, 0);
}
