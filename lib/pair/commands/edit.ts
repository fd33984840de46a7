import { mergeEdit } from '@/lib/core/merge';
import { done, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { dateColumn, dayOfColumn } from '@/lib/program/rules';
import { pairOperations } from '../operations';
import { canAssignOwner, canWorkOnPairs } from '../policy';
import { findPairItem } from '../queries/item';
import { changedPair, editPairInput } from '../schema';
import { lockPair } from './refresh';

type Editable = {
  nextStep: string | null;
  nextStepOn: string | null;
  nextStepOwnerId: string | null;
  ownerId: string | null;
};

async function readEditable(tx: Tx, scope: ProgramScope, pairId: string): Promise<Editable> {
  const row = await tx.pair.findUniqueOrThrow({
    where: { programId_id: { programId: scope.programId, id: pairId } },
    select: { nextStep: true, nextStepOn: true, nextStepOwnerId: true, ownerId: true },
  });
  return { ...row, nextStepOn: row.nextStepOn ? dayOfColumn(row.nextStepOn) : null };
}

/** An owner must be a member of the program, and of this startup's team or the office. */
async function isMember(
  tx: Tx,
  scope: ProgramScope,
  personId: string,
  startupId: string,
  officeOnly: boolean,
): Promise<boolean> {
  const membership = await tx.membership.findUnique({
    where: { programId_personId: { programId: scope.programId, personId } },
    select: { role: true, startupId: true, endedAt: true },
  });
  if (!membership || membership.endedAt) return false;
  return membership.role === 'officer' || (!officeOnly && membership.startupId === startupId);
}

/**
 * Changes a pair's next step and owner. Another person's edit of other fields merges; of the same field is refused as
 * `stale` with the current record, and `conflicts` naming mine, theirs and the original. Refusals: stale, not_a_member, not_yours.
 */
export const editPair = programCommand({
  operation: pairOperations.editPair,
  input: editPairInput,
  output: changedPair,
  may: canWorkOnPairs,
  run: async (tx, { scope, record }, { pairId, version, changes, base }) => {
    const pair = await lockPair(tx, scope.programId, pairId);
    if ('ownerId' in changes && !canAssignOwner(scope))
      return refuse('not_yours', { field: ['changes', 'ownerId'] });
    const merged = mergeEdit<Editable>({
      current: await readEditable(tx, scope, pairId),
      currentVersion: pair.version,
      readVersion: version,
      changes: changes as Partial<Editable>,
      ...(base ? { base: base as Partial<Editable> } : {}),
    });
    if (merged.kind === 'conflict') {
      const current = { ...(await findPairItem(tx, scope, pairId)), conflicts: merged.fields };
      return { ok: false, refusals: [{ reason: 'stale', field: ['version'], current }] };
    }
    for (const field of ['nextStepOwnerId', 'ownerId'] as const) {
      const personId = merged.changes[field];
      if (personId && !(await isMember(tx, scope, personId, pair.startupId, field === 'ownerId'))) {
        return refuse('not_a_member', { field: ['changes', field] });
      }
    }
    const { nextStep, nextStepOn, ...owners } = merged.changes;
    await tx.pair.update({
      where: { programId_id: { programId: scope.programId, id: pairId } },
      data: {
        ...owners,
        ...(nextStep === undefined ? {} : { nextStep: nextStep || null }),
        ...(nextStepOn === undefined
          ? {}
          : { nextStepOn: nextStepOn ? dateColumn(nextStepOn as never) : null }),
        version: { increment: 1 },
      },
    });
    record({
      subject: 'pair',
      subjectId: pairId,
      pairId,
      startupId: pair.startupId,
      detail: { changes: { ...merged.changes } },
    });
    return done({ pair: await findPairItem(tx, scope, pairId) });
  },
});
