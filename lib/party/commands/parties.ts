import type { z } from 'zod';
import { searchText } from '@/lib/core/hangul';
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
import { openPairs } from './open-pairs';

type Where = { programId_id: { programId: string; id: string } };
/** The table of a kind as commands write it: the columns of a profile are those its schema has parsed. */
type PartyTable = {
  create(args: { data: object; select: { id: true } }): Promise<{ id: string }>;
  update(args: { where: Where; data: object; select: { id: true } }): Promise<unknown>;
};
const tableOf = (tx: Tx, kind: PartyKind) => tx[kind] as unknown as PartyTable;

/** All that is written of a party, but for its address. */
function searchOf({ website: _, ...words }: PartyProfile): string {
  return searchText(...(Object.values(words).flat() as string[]));
}

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
  const entryOf = (id: string) => ({
    ...{ subject: kind, subjectId: id },
    ...(kind === 'startup' ? { startupId: id } : {}),
  });
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
      run: async (tx, { scope, now, record }, { sameName, ...profile }) => {
        const other = sameName ? null : await findSameName(tx, scope, kind, profile);
        if (other) return namedAlike(other);
        const { id } = await tableOf(tx, kind).create({
          data: { ...profile, programId: scope.programId, searchText: searchOf(profile), createdAt: now },
          select: { id: true },
        });
        const pairs = await openPairs(tx, scope, now);
        record({ ...entryOf(id), detail: { name: profile.name, pairs } });
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
        const { scope, record } = context;
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
        await write(tx, context, id, {
          ...merged.changes,
          searchText: searchOf({ ...profile, ...merged.changes }),
        });
        record({ ...entryOf(id), detail: { changes: { ...merged.changes } as Record<string, string> } });
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
        record({ ...entryOf(id), detail: { name: current.profile.name } });
        return done({ ...refOf(kind, id), version: input.version + 1 });
      },
    }),

    /** Refusals: stale; same_name, where another one took the name meanwhile. */
    restore: programCommand({
      operation: operations.restore,
      input: schemas.restore,
      output: schemas.changed,
      may: canKeepParties,
      run: async (tx, context, input) => {
        const { scope, now, record } = context;
        const id = idIn(input);
        const current = await lockParty(tx, scope, kind, id);
        if (current.version !== input.version)
          return refuse('stale', { field: ['version'], current: nowOf(current) });
        const other = input.sameName ? null : await findSameName(tx, scope, kind, current.profile, id);
        if (other) return namedAlike(other);
        await write(tx, context, id, { archivedAt: null });
        await openPairs(tx, scope, now);
        record({ ...entryOf(id), detail: { name: current.profile.name } });
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
