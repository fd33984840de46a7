import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { type MergedEdit, mergeEdit } from '@/lib/core/merge';
import { done, type Refusal, type Result } from '@/lib/core/result';
import type { ProgramScope, Role } from '@/lib/core/scope';
import { type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { dayOfColumn } from '@/lib/program/rules';
import { pairOperations } from '../operations';
import { canAssignOwner, canWorkOnPairs } from '../policy';
import { findPairItems } from '../queries/item';
import { changedPair, changedPairs, editPairInput, editPairsInput } from '../schema';
import { type LockedPair, lockPairs } from './refresh';

type Editable = {
  nextStep: string | null;
  nextStepOn: string | null;
  nextStepOwnerId: string | null;
  ownerId: string | null;
};
type Edit = z.output<typeof editPairInput>;
type Member = { role: Role; startupId: string | null };
/** What an edit is judged by; the rows are this transaction's. */
type Standing = {
  pairs: ReadonlyMap<string, LockedPair>;
  editables: ReadonlyMap<string, Editable>;
  members: ReadonlyMap<string, Member>;
};

/**
 * Changes a pair's next step and owner. Another person's edit of other fields merges; of the same field is refused as
 * `stale` with the current record, and `conflicts` naming mine, theirs and the original. Refusals: stale, not_a_member, not_yours.
 */
export const editPair = programCommand({
  operation: pairOperations.editPair,
  input: editPairInput,
  output: changedPair,
  may: canWorkOnPairs,
  run: async (tx, context, edit) => {
    const result = await applyEdits(tx, context, [edit], () => []);
    if (!result.ok) return result;
    const [pair] = await findPairItems(tx, context.scope, [edit.pairId]);
    if (!pair) throw new AppError('internal', 'an edit without its pair');
    return done({ pair });
  },
});

/** The same for many pairs, all or none, answered in the order given; each refusal names its edit by its place. */
export const editPairs = programCommand({
  operation: pairOperations.editPairs,
  input: editPairsInput,
  output: changedPairs,
  may: canWorkOnPairs,
  run: async (tx, context, { edits }) => {
    const result = await applyEdits(tx, context, edits, (index) => ['edits', index]);
    if (!result.ok) return result;
    const ids = edits.map(({ pairId }) => pairId);
    return done({ pairs: await findPairItems(tx, context.scope, ids) });
  },
});

/** A handful of statements, however many edits. `placeOf` begins the path of an edit's refusals. */
export async function applyEdits(
  tx: Tx,
  { scope, record }: Context<ProgramScope>,
  edits: readonly Edit[],
  placeOf: (index: number) => (string | number)[],
): Promise<Result<null>> {
  const ids = edits.map(({ pairId }) => pairId);
  const pairs = await lockPairs(tx, scope.programId, ids);
  const editables = await readEditables(tx, scope.programId, ids);
  const standing = { pairs, editables, members: await readMembers(tx, scope.programId, edits) };
  const judged = edits.map((edit) => judge(edit, standing, scope));
  const refusals = judged.flatMap((each, index) =>
    each.refusals.map((refusal) => ({ ...refusal, index, field: [...placeOf(index), ...refusal.field] })),
  );
  if (refusals.length > 0) return { ok: false, refusals: await withCurrent(tx, scope, edits, refusals) };
  const written = judged.map(({ pairId, changes }) => ({ id: pairId, ...editables.get(pairId), ...changes }));
  await tx.$executeRaw`
    update pair p set next_step = nullif(x."nextStep", ''), next_step_on = x."nextStepOn",
      next_step_owner_id = x."nextStepOwnerId", owner_id = x."ownerId", version = p.version + 1
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
      as x(id uuid, "nextStep" text, "nextStepOn" date, "nextStepOwnerId" uuid, "ownerId" uuid)
    where p.program_id = ${scope.programId}::uuid and p.id = x.id`;
  for (const { pairId, startupId, changes } of judged)
    record({ subject: 'pair', subjectId: pairId, pairId, startupId, detail: { changes } });
  return done(null);
}

type Judged = {
  pairId: string;
  startupId: string;
  changes: Partial<Editable>;
  refusals: (Refusal & { field: (string | number)[]; conflicts?: Conflicts })[];
};
type Conflicts = Extract<MergedEdit<Editable>, { kind: 'conflict' }>['fields'];

/** What one edit changes, merged with what others changed since it was read, or why it does not. */
function judge(edit: Edit, { pairs, editables, members }: Standing, scope: ProgramScope): Judged {
  const { pairId, version } = edit;
  const pair = pairs.get(pairId) as LockedPair;
  const { startupId } = pair;
  const refused = (refusal: Judged['refusals'][number]) => ({
    ...{ pairId, startupId, changes: {}, refusals: [refusal] },
  });
  if ('ownerId' in edit.changes && !canAssignOwner(scope))
    return refused({ reason: 'not_yours', field: ['changes', 'ownerId'] });
  const merged = mergeEdit<Editable>({
    current: editables.get(pairId) as Editable,
    currentVersion: pair.version,
    readVersion: version,
    changes: edit.changes as Partial<Editable>,
    ...(edit.base ? { base: edit.base as Partial<Editable> } : {}),
  });
  if (merged.kind === 'conflict')
    return refused({ reason: 'stale', field: ['version'], conflicts: merged.fields });
  const { changes } = merged;
  for (const field of ['nextStepOwnerId', 'ownerId'] as const) {
    const personId = changes[field];
    if (personId && !mayOwn(members.get(personId), startupId, field))
      return refused({ reason: 'not_a_member', field: ['changes', field] });
  }
  return { pairId, startupId, changes, refusals: [] };
}

/** An owner must be a member of the program, and of this startup's team or the office; of the pair itself only the office. */
function mayOwn(
  member: Member | undefined,
  startupId: string,
  field: 'nextStepOwnerId' | 'ownerId',
): boolean {
  if (!member) return false;
  return member.role === 'officer' || (field === 'nextStepOwnerId' && member.startupId === startupId);
}

async function readEditables(
  tx: Tx,
  programId: string,
  ids: readonly string[],
): Promise<Map<string, Editable>> {
  const rows = await tx.pair.findMany({
    where: { programId, id: { in: [...ids] } },
    select: { id: true, nextStep: true, nextStepOn: true, nextStepOwnerId: true, ownerId: true },
  });
  return new Map(
    rows.map(({ id, nextStepOn, ...row }) => [
      id,
      { ...row, nextStepOn: nextStepOn ? dayOfColumn(nextStepOn) : null },
    ]),
  );
}

/** The present members among those whom the edits name. */
async function readMembers(tx: Tx, programId: string, edits: readonly Edit[]): Promise<Map<string, Member>> {
  const named = edits.flatMap(({ changes: { nextStepOwnerId, ownerId } }) =>
    [nextStepOwnerId, ownerId].filter((id) => typeof id === 'string'),
  );
  if (named.length === 0) return new Map();
  const rows = await tx.membership.findMany({
    where: { programId, personId: { in: named }, endedAt: null },
    select: { personId: true, role: true, startupId: true },
  });
  return new Map(rows.map(({ personId, ...member }) => [personId, member]));
}

type Placed = Judged['refusals'][number] & { index: number };

/** Refusals with the pairs as they stand now, so that what is stale can be compared. */
async function withCurrent(
  tx: Tx,
  scope: ProgramScope,
  edits: readonly Edit[],
  refusals: readonly Placed[],
): Promise<Refusal[]> {
  const stale = refusals.filter(({ conflicts }) => conflicts).map(({ index }) => edits[index]?.pairId ?? '');
  const current = new Map((await findPairItems(tx, scope, stale)).map((item) => [item.id, item]));
  return refusals.map(({ index, conflicts, ...refusal }) =>
    conflicts ? { ...refusal, current: { ...current.get(edits[index]?.pairId ?? ''), conflicts } } : refusal,
  );
}
