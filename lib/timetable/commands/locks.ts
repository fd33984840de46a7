import { refuse } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { timetableOperations } from '../operations';
import { canPlan } from '../policy';
import { lockInput } from '../schema';
import { editDraft } from './edit';

/**
 * Locks or frees meetings of a draft: some, all of a slot, or all of a party; several given narrow each other down. What
 * took place stays locked. Refusals: stale, not_a_draft, nothing_to_lock.
 */
export const lockMeetings = programCommand({
  operation: timetableOperations.lockMeetings,
  input: lockInput,
  may: canPlan,
  run: (tx, context, input) =>
    editDraft(
      tx,
      context,
      { timetableId: input.timetableId, version: input.version },
      async ({ draft, facts }) => {
        const { pairIds, slotId, party, locked } = input;
        if (!pairIds && !slotId && !party) return refuse('nothing_to_lock');
        const past = facts.live.filter(({ state }) => state !== 'scheduled').map(({ pairId }) => pairId);
        const { count } = await tx.timetableMeeting.updateMany({
          where: {
            programId: context.scope.programId,
            timetableId: draft.id,
            pairId: { ...(pairIds ? { in: pairIds } : {}), notIn: past },
            ...(slotId ? { slotId } : {}),
            ...(party?.kind === 'startup' ? { startupId: party.id } : {}),
            ...(party?.kind === 'investor' ? { investorId: party.id } : {}),
          },
          data: { isLocked: locked },
        });
        return count === 0
          ? refuse('nothing_to_lock')
          : { ok: true, detail: { locked, count }, keepsProof: true };
      },
    ),
});
