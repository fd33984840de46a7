import type { ProgramScope } from '@/lib/core/scope';
import { MOST_BESIDE } from '@/lib/core/shapes';
import type { Tx } from '@/lib/platform/database';
import { isoColumn, namedPersonColumn } from '@/lib/platform/json-columns';
import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { pairOperations } from '../operations';
import { canReadPairs } from '../policy';
import { pairInput } from '../schema';
import { type PairNote, pairNotes } from '../schema/history';
import { rowsOfPair } from './item';

/**
 * Which rows of `note n` a viewer may read, as row-level security says it too: private ones stay with the writer's
 * side, and a startup reads of the office what is shared with it.
 */
export function isReadableNote(scope: ProgramScope): Prisma.Sql {
  if (scope.startupId) {
    return Prisma.sql`n.startup_id = ${scope.startupId}::uuid and (n.side = 'startup' or n.visibility = 'shared')`;
  }
  if (scope.role === 'manager') return Prisma.sql`n.visibility <> 'private'`;
  return Prisma.sql`(n.side = 'program' or n.visibility <> 'private')`;
}

export async function readNotes(tx: Tx, scope: ProgramScope, pairId: string): Promise<PairNote[]> {
  return tx.$queryRaw<PairNote[]>`
    select n.id, n.body, n.visibility, n.side, n.version,
      ${namedPersonColumn(Prisma.sql`b`)} as by,
      ${isoColumn(Prisma.sql`n.created_at`)} as "createdAt",
      ${isoColumn(Prisma.sql`n.edited_at`)} as "editedAt",
      coalesce(n.by_id = ${scope.viewer.personId}::uuid, false) as mine
    from note n left join person b on b.id = n.by_id
    where n.program_id = ${scope.programId}::uuid and n.pair_id = ${pairId}::uuid and n.archived_at is null
      and ${isReadableNote(scope)}
    order by n.created_at desc, n.id desc
    limit ${MOST_BESIDE}`;
}

/** A pair's notes that the viewer may read, newest first; archived ones are left out. */
export const listNotes = programQuery({
  operation: pairOperations.listNotes,
  input: pairInput,
  output: pairNotes,
  may: canReadPairs,
  run: async (tx, scope, { pairId }) => rowsOfPair(tx, scope, pairId, await readNotes(tx, scope, pairId)),
});
