import { type ProgramScope, ROLES } from '@/lib/core/scope';
import { MOST_BESIDE } from '@/lib/core/shapes';
import { asViewer, type Tx } from '@/lib/platform/database';
import { programQuery } from '@/lib/platform/query';
import { viewOperations } from './operations';
import { canKeepViews, canShareViews } from './policy';
import type { ViewNoun } from './rules';
import { listViewsInput, savedViews } from './schema';

/** Shared views for the office and managers; a startup's people see of those the ones that open for their role. */
export function visibleViews({ programId, viewer, startupId }: ProgramScope) {
  const shared = startupId ? { isShared: true, defaultFor: { has: 'startup' } } : { isShared: true };
  return { programId, OR: [{ personId: viewer.personId }, shared] };
}

/** Own views and shared ones, by list and name. */
export const listViews = programQuery({
  operation: viewOperations.listViews,
  input: listViewsInput,
  output: savedViews,
  may: canKeepViews,
  run: async (tx, scope, { noun }) => {
    const rows = await tx.savedView.findMany({
      where: { ...visibleViews(scope), archivedAt: null, ...(noun && { noun }) },
      select: {
        ...{
          id: true,
          noun: true,
          name: true,
          address: true,
          isShared: true,
          defaultFor: true,
          version: true,
        },
        person: { select: { id: true, name: true, nameEn: true } },
      },
      orderBy: [{ noun: 'asc' }, { isShared: 'desc' }, { name: 'asc' }, { id: 'asc' }],
      take: MOST_BESIDE,
    });
    return {
      items: rows.map(({ person, ...row }) => {
        const isMine = person.id === scope.viewer.personId;
        const defaultFor = ROLES.filter((role) => row.defaultFor.includes(role));
        return {
          ...row,
          defaultFor,
          by: person,
          isMine,
          mayEdit: row.isShared ? canShareViews(scope) : isMine,
        };
      }),
    };
  },
});

/** With which view each list opens for the viewer's role, as its address; lists without one are left out. */
export async function readOpeningViews(scope: ProgramScope): Promise<Partial<Record<ViewNoun, string>>> {
  return asViewer(scope, (tx) => listOpening(tx, scope));
}

async function listOpening(tx: Tx, scope: ProgramScope): Promise<Partial<Record<ViewNoun, string>>> {
  const rows = await tx.savedView.findMany({
    where: { programId: scope.programId, archivedAt: null, isShared: true, defaultFor: { has: scope.role } },
    select: { noun: true, address: true },
  });
  return Object.fromEntries(rows.map(({ noun, address }) => [noun, address]));
}
