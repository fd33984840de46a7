import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import { programQuery } from '@/lib/platform/query';
import type { Prisma } from '@/prisma/client/client';
import { canReadPairs } from '../policy';
import type { PairNote } from '../rules/story';
import { pairInput } from '../schema';
import { rowsOfPair } from './item';

export type { PairNote } from '../rules/story';

/** Which notes a viewer may read, as row-level security says it too: private ones stay with the writer's side. */
export function readableNotes(scope: ProgramScope): Prisma.NoteWhereInput {
  if (scope.startupId) {
    return { startupId: scope.startupId, OR: [{ side: 'startup' }, { visibility: 'shared' }] };
  }
  if (scope.role === 'manager') return { visibility: { not: 'private' } };
  return { OR: [{ side: 'program' }, { visibility: { not: 'private' } }] };
}

export async function readNotes(tx: Tx, scope: ProgramScope, pairId: string): Promise<PairNote[]> {
  const rows = await tx.note.findMany({
    where: { programId: scope.programId, pairId, archivedAt: null, ...readableNotes(scope) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 500,
    select: {
      id: true,
      body: true,
      visibility: true,
      side: true,
      by: { select: { id: true, name: true } },
      createdAt: true,
      editedAt: true,
      version: true,
    },
  });
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    mine: row.by?.id === scope.viewer.personId,
  }));
}

/** A pair's notes that the viewer may read, newest first; archived ones are left out. */
export const listNotes = programQuery({
  name: 'pair.list_notes',
  input: pairInput,
  may: canReadPairs,
  run: async (tx, scope, { pairId }) => rowsOfPair(tx, scope, pairId, await readNotes(tx, scope, pairId)),
});
