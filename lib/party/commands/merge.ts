import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import type { Operation } from '@/lib/core/operation';
import { done, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { uuidv7 } from '@/lib/core/uuid';
import { type Clash, type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { MERGE_OPERATIONS } from '../operations';
import { canKeepParties } from '../policy';
import { listBothRecorded } from '../queries/merges';
import { lockParty, type PartyProfile } from '../queries/parties';
import { type PartyKey, type PartyKind, refOf } from '../rules';
import { MERGE_SCHEMAS } from '../schema/merge';
import { editParties, entryOf } from './many';

type MergeInput<Kind extends PartyKind> = Record<PartyKey<Kind>, string> & {
  version: number;
  mergedId: string;
  mergedVersion: number;
  fields: string[];
};
type UndoInput<Kind extends PartyKind> = Record<PartyKey<Kind>, string> & { mergeId: string };
type Merged<Kind extends PartyKind> = Record<PartyKey<Kind>, string> & { version: number; mergeId: string };
type Schemas<Kind extends PartyKind> = {
  merge: z.ZodType<MergeInput<Kind>>;
  undo: z.ZodType<UndoInput<Kind>>;
  merged: z.ZodType<Merged<Kind>>;
};
type Operations = Record<'merge' | 'undo', Operation>;

/** Both rows, always in the same order, so that two merges the other way round wait for each other. */
async function lockBoth(tx: Tx, scope: ProgramScope, kind: PartyKind, ids: readonly [string, string]) {
  const rows = new Map<string, Awaited<ReturnType<typeof lockParty>>>();
  for (const id of [...ids].sort()) rows.set(id, await lockParty(tx, scope, kind, id));
  const [first, second] = ids.map((id) => rows.get(id));
  if (!first || !second) throw new AppError('not_found', kind);
  return [first, second] as const;
}

const pick = (profile: PartyProfile, fields: readonly string[]): Partial<PartyProfile> =>
  Object.fromEntries(fields.map((field) => [field, profile[field]]));

/** Says in words what the database found: two meetings, or two places of a timetable, at the same time. */
async function explainOverlap(_: Tx, { constraint }: Clash) {
  return /^(?:meeting|timetable)_(?:startup|investor)_once$/.test(constraint)
    ? [{ reason: 'meetings_overlap' }]
    : null;
}

function commandsOf<Kind extends PartyKind>(kind: Kind, schemas: Schemas<Kind>, operations: Operations) {
  type PartyContext = Context<ProgramScope>;
  const idIn = (input: Record<PartyKey<Kind>, string>) => input[`${kind}Id`];

  /** What was picked from the other one and has not been changed since goes back to what it was. */
  const restoreProfile = async (
    tx: Tx,
    context: PartyContext,
    current: { id: string; profile: PartyProfile },
    { before, after }: { before: Partial<PartyProfile>; after: Partial<PartyProfile> },
  ) => {
    const fields = Object.keys(after).filter((field) =>
      isDeepStrictEqual(current.profile[field] ?? null, after[field] ?? null),
    );
    if (fields.length === 0) return 0;
    const changes = pick(before as PartyProfile, fields);
    const profile = { ...current.profile, ...changes };
    await editParties(tx, context, kind, [{ id: current.id, profile, changes }]);
    return 1;
  };

  return {
    /**
     * Merges another party of the kind into this one: its contacts, people, materials, absences, and the pairs in which it has
     * more than this one. It is archived then and says where it went. Refusals: same_party, stale, merged_already,
     * both_recorded, meetings_overlap.
     */
    merge: programCommand({
      operation: operations.merge,
      input: schemas.merge,
      output: schemas.merged,
      may: canKeepParties,
      explain: explainOverlap,
      run: async (tx, context, input) => {
        const { scope, viewer, now, record } = context;
        const { programId } = scope;
        const [keptId, { mergedId, fields }] = [idIn(input), input];
        if (keptId === mergedId) return refuse('same_party', { field: ['mergedId'] });
        const [kept, merged] = await lockBoth(tx, scope, kind, [keptId, mergedId]);
        if (kept.version !== input.version || merged.version !== input.mergedVersion)
          return refuse('stale', { field: ['version'], current: { version: kept.version } });
        const gone = await tx.partyMerge.count({
          where: { programId, mergedId: { in: [keptId, mergedId] }, undoneAt: null },
        });
        if (gone > 0) return refuse('merged_already');
        const both = await listBothRecorded(tx, scope, kind, keptId, mergedId);
        if (both.length > 0) {
          const params = { count: both.length, name: both[0]?.name ?? '' };
          return refuse('both_recorded', { params });
        }
        const picked = fields.filter(
          (field) => !isDeepStrictEqual(kept.profile[field], merged.profile[field]),
        );
        const [before, after] = [pick(kept.profile, picked), pick(merged.profile, picked)];
        if (picked.length > 0) {
          const profile = { ...kept.profile, ...after };
          await editParties(tx, context, kind, [{ id: keptId, profile, changes: after }]);
        }
        const mergeId = uuidv7(now);
        await tx.$executeRaw`
          select merge_parties(${programId}::uuid, ${mergeId}::uuid, ${kind}, ${keptId}::uuid, ${mergedId}::uuid,
            ${JSON.stringify({ before, after })}::jsonb, ${now}, ${viewer.personId}::uuid)`;
        // Each of the two says in its own history what became of it.
        record({ ...entryOf(kind, keptId), detail: { name: merged.profile.name, mergedId, mergeId } });
        record({ ...entryOf(kind, mergedId), detail: { name: kept.profile.name, keptId, mergeId } });
        return done({ ...refOf(kind, keptId), version: kept.version + (picked.length > 0 ? 1 : 0), mergeId });
      },
    }),

    /**
     * Takes a merge back: everything that came over goes back, with what was written on it since. Refusals: merge_gone,
     * merged_already (where the kept one was itself merged into another), meetings_overlap.
     */
    undo: programCommand({
      operation: operations.undo,
      input: schemas.undo,
      output: schemas.merged,
      may: canKeepParties,
      explain: explainOverlap,
      run: async (tx, context, input) => {
        const { scope, viewer, now, record } = context;
        const { programId } = scope;
        const [keptId, { mergeId }] = [idIn(input), input];
        const select = { mergedId: true, profile: true } as const;
        const where = { programId, id: mergeId, kind, keptId, undoneAt: null };
        const asked = await tx.partyMerge.findFirst({ where, select });
        if (!asked) {
          await lockParty(tx, scope, kind, keptId);
          return refuse('merge_gone');
        }
        const [kept, merged] = await lockBoth(tx, scope, kind, [keptId, asked.mergedId]);
        const merge = await tx.partyMerge.findFirst({ where, select });
        if (!merge) return refuse('merge_gone');
        const gone = await tx.partyMerge.count({ where: { programId, mergedId: keptId, undoneAt: null } });
        if (gone > 0) return refuse('merged_already');
        const profile = merge.profile as { before: Partial<PartyProfile>; after: Partial<PartyProfile> };
        const changes = await restoreProfile(tx, context, kept, profile);
        await tx.$executeRaw`
          select undo_merge(${programId}::uuid, ${mergeId}::uuid, ${now}, ${viewer.personId}::uuid)`;
        record({ ...entryOf(kind, keptId), detail: { name: merged.profile.name, mergeId } });
        record({ ...entryOf(kind, merged.id), detail: { name: kept.profile.name, mergeId } });
        return done({ ...refOf(kind, keptId), version: kept.version + changes, mergeId });
      },
    }),
  };
}

export const { merge: mergeStartups, undo: undoStartupMerge } = commandsOf(
  'startup',
  MERGE_SCHEMAS.startup,
  MERGE_OPERATIONS.startup,
);
export const { merge: mergeInvestors, undo: undoInvestorMerge } = commandsOf(
  'investor',
  MERGE_SCHEMAS.investor,
  MERGE_OPERATIONS.investor,
);
