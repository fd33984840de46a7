import { AppError } from '@/lib/core/errors';
import { done, type Refusal, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { namedShape } from '@/lib/core/shapes';
import { nameKey } from '@/lib/core/text';
import { programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { programOperations } from '../operations';
import { canEditProgram } from '../policy';
import { addTablesInput, renameTableInput, tableInput } from '../schema';
import { addedTables, type VenueTable } from '../schema/settings';

const nameTaken = (name: string, isArchived: boolean): Refusal => ({
  reason: isArchived ? 'table_archived' : 'table_taken',
  field: ['name'],
  params: { name },
});

async function taken(tx: Tx, scope: ProgramScope, names: string[], except?: string): Promise<Refusal[]> {
  const rows = await tx.$queryRaw<{ id: string; name: string; archivedAt: Date | null }[]>`
    select id, name, archived_at as "archivedAt" from venue_table
    where program_id = ${scope.programId}::uuid
      and name_key(name) in (select name_key(n) from unnest(${names}::text[]) n)
    order by seq`;
  return rows.filter((row) => row.id !== except).map((row) => nameTaken(row.name, row.archivedAt !== null));
}

async function findTable(tx: Tx, scope: ProgramScope, id: string): Promise<VenueTable> {
  const table = await tx.venueTable.findUnique({
    where: { programId_id: { programId: scope.programId, id } },
    select: { id: true, name: true },
  });
  if (!table) throw new AppError('not_found', 'table');
  return table;
}

const explainName = async (_tx: Tx, { constraint }: { constraint: string }) =>
  constraint === 'venue_table_program_id_name_key' || constraint === 'venue_table_name_once'
    ? [{ reason: 'table_taken_just_now', field: ['name'] }]
    : null;

/** Adds tables after those that are there. Refusals: table_taken, table_archived, table_twice. */
export const addTables = programCommand({
  operation: programOperations.addTables,
  input: addTablesInput,
  output: addedTables,
  may: canEditProgram,
  run: async (tx, { scope, record }, { names }) => {
    if (new Set(names.map(nameKey)).size !== names.length) return refuse('table_twice', { field: ['names'] });
    const refusals = await taken(tx, scope, names);
    if (refusals.length > 0)
      return { ok: false, refusals: refusals.map((refusal) => ({ ...refusal, field: ['names'] })) };
    const last = await tx.venueTable.aggregate({
      where: { programId: scope.programId },
      _max: { seq: true },
    });
    const first = (last._max.seq ?? 0) + 1;
    const tables = await tx.venueTable.createManyAndReturn({
      data: names.map((name, index) => ({ programId: scope.programId, name, seq: first + index })),
      select: { id: true, name: true },
    });
    record({ subject: 'table', detail: { names } });
    return done({ tables });
  },
  explain: explainName,
});

/** Refusals: table_taken, table_archived. */
export const renameTable = programCommand({
  operation: programOperations.renameTable,
  input: renameTableInput,
  output: namedShape,
  may: canEditProgram,
  run: async (tx, { scope, record }, { tableId, name }) => {
    const before = await findTable(tx, scope, tableId);
    const refusals = await taken(tx, scope, [name], tableId);
    if (refusals.length > 0) return { ok: false, refusals };
    await tx.venueTable.update({
      where: { programId_id: { programId: scope.programId, id: tableId } },
      data: { name },
      select: { id: true },
    });
    record({ subject: 'table', subjectId: tableId, detail: { from: before.name, to: name } });
    return done({ id: tableId, name });
  },
  explain: explainName,
});

/** Takes a table out of planning. Refusal: table_in_use, while a meeting is still to come at it. */
export const archiveTable = programCommand({
  operation: programOperations.archiveTable,
  input: tableInput,
  output: namedShape,
  may: canEditProgram,
  run: async (tx, { scope, now, record }, { tableId }) => {
    await tx.$queryRaw`
      select id from venue_table where program_id = ${scope.programId}::uuid and id = ${tableId}::uuid for no key update`;
    const table = await findTable(tx, scope, tableId);
    const meetings = await tx.meeting.count({
      where: { programId: scope.programId, tableId, state: 'scheduled', endsAt: { gt: now } },
    });
    if (meetings > 0) return refuse('table_in_use', { field: ['tableId'], params: { count: meetings } });
    await tx.venueTable.update({
      where: { programId_id: { programId: scope.programId, id: tableId } },
      data: { archivedAt: now },
      select: { id: true },
    });
    record({ subject: 'table', subjectId: tableId, detail: { name: table.name } });
    return done(table);
  },
});

export const restoreTable = programCommand({
  operation: programOperations.restoreTable,
  input: tableInput,
  output: namedShape,
  may: canEditProgram,
  run: async (tx, { scope, record }, { tableId }) => {
    const table = await findTable(tx, scope, tableId);
    await tx.venueTable.update({
      where: { programId_id: { programId: scope.programId, id: tableId } },
      data: { archivedAt: null },
      select: { id: true },
    });
    record({ subject: 'table', subjectId: tableId, detail: { name: table.name } });
    return done(table);
  },
});
