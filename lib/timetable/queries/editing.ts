import { done, type Result, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { Stage } from '@/lib/pair/rules/stages';
import { asViewer } from '@/lib/platform/database';
import type { Facts, Planned } from '../rules/facts';
import type { TimetableItem, TimetableProof } from '../schema/stage';
import { loadFacts } from './facts';
import { findTimetable, loadPlan } from './item';

/** What a proof is about: the locks a search went around, and the instance it was given. Kept beside the proof. */
export type ProofBasis = { kept: Pick<Planned, 'pairId' | 'slotId' | 'tableId'>[]; instance: string };
export type KeptProof = TimetableProof & { basis?: ProofBasis };

/** A draft as its editor read it, with what decides where its pairs can meet. */
export type Editing = {
  draft: TimetableItem;
  facts: Facts;
  before: Stage;
  plan: Planned[];
  /** Pairs whose slot was taken out of the grid: their rows stand in no slot of the plan. */
  withoutSlot: string[];
  proof: KeptProof | null;
};

/**
 * Reads what a change of a draft is worked out from, in a transaction of its own, so that nothing is locked meanwhile.
 * Whoever writes checks the version again. Refusals: stale with the draft as it stands now, not_a_draft. Throws not_found.
 */
export async function readEditing(
  scope: ProgramScope,
  { timetableId, version }: { timetableId: string; version: number },
): Promise<Result<Editing>> {
  const { programId } = scope;
  return asViewer(scope, async (tx) => {
    const draft = await findTimetable(tx, scope, timetableId);
    if (draft.version !== version) return refuse('stale', { field: ['version'], current: draft });
    if (draft.state !== 'draft') return refuse('not_a_draft', { params: { state: draft.state } });
    const { facts, before } = await loadFacts(tx, scope, draft.stage);
    const plan = await loadPlan(tx, programId, timetableId);
    const lost = await tx.timetableMeeting.findMany({
      where: { programId, timetableId, slotId: null },
      select: { pairId: true },
    });
    const { proof } = await tx.timetable.findUniqueOrThrow({
      where: { programId_id: { programId, id: timetableId } },
      select: { proof: true },
    });
    const withoutSlot = lost.map(({ pairId }) => pairId);
    return done({ draft, facts, before, plan, withoutSlot, proof: proof as KeptProof | null });
  });
}
