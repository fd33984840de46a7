import type { z } from 'zod';
import { mergeEdit } from '@/lib/core/merge';
import type { Operation } from '@/lib/core/operation';
import { done, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { PARTY_OPERATIONS } from '../operations';
import { canEditParties, canKeepParties } from '../policy';
import { findSameName, lockParty, type PartyProfile } from '../queries/parties';
import { type PartyKey, type PartyKind, refOf } from '../rules';
import { PARTY_SCHEMAS } from '../schema';
import { addParties, editParties, entryOf, restoreParties, tableOf } from './many';

/** Asks whether another party of this name is meant; `sameName` in the input says that it is. */
function namedAlike(other: { id: string; name: string }) {
  return refuse('same_name', { field: ['name'], params: { name: other.name }, current: other });
}

type Schemas<Kind extends PartyKind> = {
  add: z.ZodType<PartyProfile & { sameName?: boolean | undefined }>;
  edit: z.ZodType<
    Record<PartyKey<Kind>, string> & {
      version: number;
      changes: Partial<PartyProfile>;
      base?: Partial<PartyProfile> | undefined;
      sameName?: boolean | undefined;
    }
  >;
  archive: z.ZodType<Record<PartyKey<Kind>, string> & { version: number }>;
  restore: z.ZodType<Record<PartyKey<Kind>, string> & { version: number; sameName?: boolean | undefined }>;
  added: z.ZodType<Record<PartyKey<Kind>, string> & { version: number; pairs: number }>;
  changed: z.ZodType<Record<PartyKey<Kind>, string> & { version: number }>;
};
type Operations = Record<'add' | 'edit' | 'archive' | 'restore', Operation>;

/** As readers of a refusal see the party now. */
function nowOf({ profile, version }: { profile: PartyProfile; version: number }) {
  return { ...profile, version };
}

/** The changes of one kind of party. */
function commandsOf<Kind extends PartyKind>(kind: Kind, schemas: Schemas<Kind>, operations: Operations) {
  type PartyContext = Context<ProgramScope>;
  const idIn = (input: Record<PartyKey<Kind>, string>) => input[`${kind}Id`];
  const write = (tx: Tx, { scope }: PartyContext, id: string, data: object) =>
    tableOf(tx, kind).update({
      where: { programId_id: { programId: scope.programId, id } },
      data: { ...data, version: { increment: 1 } },
      select: { id: true },
    });

  return {
    /**
     * Adds a party and opens its pair with everybody of the other side, as candidates. Refusal: same_name, unless the
     * input says that another party of this name is meant.
     */
    add: programCommand({
      operation: operations.add,
      input: schemas.add,
      output: schemas.added,
      may: canKeepParties,
      run: async (tx, context, { sameName, ...profile }) => {
        const other = sameName ? null : await findSameName(tx, context.scope, kind, profile);
        if (other) return namedAlike(other);
        const { ids, pairs } = await addParties(tx, context, kind, [profile]);
        const [id = ''] = ids;
        return done({ ...refOf(kind, id), version: 1, pairs });
      },
    }),

    /**
     * Changes a profile; other people's edits of other fields merge. Refusals: stale, with mine, theirs and the original;
     * same_name, unless the input says that another one of this name is meant.
     */
    edit: programCommand({
      operation: operations.edit,
      input: schemas.edit,
      output: schemas.changed,
      may: (scope) => canEditParties(scope, kind),
      run: async (tx, context, input) => {
        const { scope } = context;
        const id = idIn(input);
        const current = await lockParty(tx, scope, kind, id);
        const { profile, version } = current;
        const merged = mergeEdit<PartyProfile>({
          current: profile,
          currentVersion: version,
          readVersion: input.version,
          changes: input.changes,
          ...(input.base ? { base: input.base } : {}),
        });
        if (merged.kind === 'conflict') {
          return refuse('stale', {
            field: ['version'],
            current: { ...nowOf(current), conflicts: merged.fields },
          });
        }
        const other = input.sameName ? null : await findSameName(tx, scope, kind, merged.changes, id);
        if (other) return namedAlike(other);
        await editParties(tx, context, kind, [
          { id, profile: { ...profile, ...merged.changes }, changes: merged.changes },
        ]);
        return done({ ...refOf(kind, id), version: version + 1 });
      },
    }),

    /** Takes a party out of every list; its pairs and figures come back with it. Refusals: stale, meetings_ahead. */
    archive: programCommand({
      operation: operations.archive,
      input: schemas.archive,
      output: schemas.changed,
      may: canKeepParties,
      run: async (tx, context, input) => {
        const { scope, now, record } = context;
        const id = idIn(input);
        const current = await lockParty(tx, scope, kind, id);
        if (current.version !== input.version)
          return refuse('stale', { field: ['version'], current: nowOf(current) });
        const meetings = await tx.meeting.count({
          where: { programId: scope.programId, ...refOf(kind, id), state: 'scheduled', endsAt: { gt: now } },
        });
        if (meetings > 0) return refuse('meetings_ahead', { params: { count: meetings } });
        await write(tx, context, id, { archivedAt: now });
        record({ ...entryOf(kind, id), detail: { name: current.profile.name } });
        return done({ ...refOf(kind, id), version: input.version + 1 });
      },
    }),

    /** Refusals: stale; merged_already; same_name, where another one took the name meanwhile. */
    restore: programCommand({
      operation: operations.restore,
      input: schemas.restore,
      output: schemas.changed,
      may: canKeepParties,
      run: async (tx, context, input) => {
        const { scope } = context;
        const id = idIn(input);
        const current = await lockParty(tx, scope, kind, id);
        if (current.version !== input.version)
          return refuse('stale', { field: ['version'], current: nowOf(current) });
        const merges = { programId: scope.programId, mergedId: id, undoneAt: null };
        if ((await tx.partyMerge.count({ where: merges })) > 0) return refuse('merged_already');
        const other = input.sameName ? null : await findSameName(tx, scope, kind, current.profile, id);
        if (other) return namedAlike(other);
        await restoreParties(tx, context, kind, [id]);
        return done({ ...refOf(kind, id), version: input.version + 1 });
      },
    }),
  };
}

export const {
  add: addStartup,
  edit: editStartup,
  archive: archiveStartup,
  restore: restoreStartup,
} = commandsOf('startup', PARTY_SCHEMAS.startup, PARTY_OPERATIONS.startup);
export const {
  add: addInvestor,
  edit: editInvestor,
  archive: archiveInvestor,
  restore: restoreInvestor,
} = commandsOf('investor', PARTY_SCHEMAS.investor, PARTY_OPERATIONS.investor);
