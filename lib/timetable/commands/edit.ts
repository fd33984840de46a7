import { done, type Refusal, type Result, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { Stage } from '@/lib/pair/rules/stages';
import type { Context } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { Prisma } from '@/prisma/client/client';
import { loadFacts } from '../queries/facts';
import { loadPlan } from '../queries/item';
import { refusalOfBlock } from '../rules/blocked';
import { type Facts, isPast, type PairFact, type Planned } from '../rules/facts';
import { Seating } from '../rules/targets';
import type { ChangedDraft } from './draft';
import { type LockedTimetable, lockDraft, touchDraft } from './lock';
import { requirePair } from './plan';
import { type KeptProof, proofAfterEdit } from './proof';

/** A draft under the hands of one editor, with what decides where its pairs can meet. */
export type Editing = { draft: LockedTimetable; facts: Facts; plan: Planned[] };

/** `keepsProof`: nothing moved, so that what was proved still is. */
type Changed = {
  ok: true;
  detail: Record<string, string | number | boolean | null>;
  keepsProof?: true;
};
type Refused = { ok: false; refusals: readonly Refusal[] };

/**
 * One change of a draft by hand: the draft is taken, `change` writes it, its version goes up, its proof is counted anew.
 * Refusals: stale, not_a_draft, and those of `change`.
 */
export async function editDraft(
  tx: Tx,
  { scope, record }: Context<ProgramScope>,
  input: { timetableId: string; version: number; pairId?: string },
  change: (editing: Editing) => Promise<Changed | Refused>,
): Promise<Result<ChangedDraft>> {
  const locked = await lockDraft(tx, scope, input);
  if (!locked.ok) return locked;
  const { draft } = locked;
  const { facts, before } = await loadFacts(tx, scope, draft.stage);
  const plan = await loadPlan(tx, scope.programId, draft.id);
  const pair = input.pairId ? requirePair(facts, input.pairId) : null;
  const changed = await change({ draft, facts, plan });
  if (!changed.ok) return changed;
  if (!changed.keepsProof) await proveAnew(tx, scope, draft.id, facts, before);
  const version = await touchDraft(tx, scope, draft);
  record({
    subject: 'timetable',
    subjectId: draft.id,
    ...(pair ? { pairId: pair.id, startupId: pair.startupId } : {}),
    detail: { stage: draft.stage, ...changed.detail },
  });
  return done({ timetableId: draft.id, version });
}

/** The bounds of the last search stay as long as they hold for what stands there now. */
async function proveAnew(
  tx: Tx,
  { programId }: ProgramScope,
  id: string,
  facts: Facts,
  before: Stage,
): Promise<void> {
  const where = { programId_id: { programId, id } };
  const row = await tx.timetable.findUniqueOrThrow({ where, select: { proof: true, seed: true } });
  if (row.proof === null) return;
  const proof = proofAfterEdit(row.proof as KeptProof, facts, before, await loadPlan(tx, programId, id));
  await tx.timetable.update({
    where,
    data: { proof: proof ?? Prisma.DbNull, seed: proof ? row.seed : null },
    select: { id: true },
  });
}

/** Why a meeting of the draft cannot be touched; null when it can. */
export function refusalOfTouch(facts: Facts, plan: readonly Planned[], pairId: string): Refused | null {
  const past = facts.live.find((meeting) => meeting.pairId === pairId && isPast(meeting));
  if (past) return refuse('already_held', { field: ['pairId'], params: { state: past.state } });
  const planned = plan.find((meeting) => meeting.pairId === pairId);
  return planned?.isLocked ? refuse('is_locked', { field: ['pairId'] }) : null;
}

type Wanted = { slotId: string; tableId?: string | null | undefined };
type Seat = { ok: true; slotId: string; tableId: string | null };

/**
 * The place a pair would get. `present` is the table it has now: it keeps it where it can. Refusals: no_such_slot,
 * no_such_table, and what stands in the way, in words.
 */
export function seatFor(
  { facts, plan }: Editing,
  scope: ProgramScope,
  pair: PairFact,
  { slotId, tableId }: Wanted,
  present: string | null = null,
): Seat | Refused {
  if (!facts.slots.some(({ id }) => id === slotId)) return refuse('no_such_slot', { field: ['slotId'] });
  if (tableId && !facts.tables.some(({ id }) => id === tableId))
    return refuse('no_such_table', { field: ['tableId'] });
  const seating = new Seating(facts, plan, [pair.id]);
  const fixed = facts.fixedTables.has(pair.startupId) || facts.fixedTables.has(pair.investorId);
  const keeps = tableId === undefined && present && !fixed && seating.blockOf(pair, slotId, present) === null;
  const wanted = keeps ? present : tableId;
  const block = seating.blockOf(pair, slotId, wanted);
  if (block) return { ok: false, refusals: [refusalOfBlock(facts, block, slotId, scope.viewer.locale)] };
  return { ok: true, slotId, tableId: wanted === undefined ? seating.tableFor(pair, slotId) : wanted };
}
