import { noInput } from '@/lib/core/fields';
import { byShownName } from '@/lib/core/shown-name';
import { programQuery } from '@/lib/platform/query';
import { pairOperations } from '../operations';
import { canReadPairs } from '../policy';
import { pairFacets } from '../schema/figures';

/**
 * The parties and people behind the pairs the viewer may see, each by name; a startup's people see their own team and the
 * investors.
 */
export const listPairFacets = programQuery({
  operation: pairOperations.listPairFacets,
  input: noInput,
  output: pairFacets,
  may: canReadPairs,
  run: async (tx, scope) => {
    const here = { programId: scope.programId, archivedAt: null };
    const [startups, investors, people] = [
      await tx.startup.findMany({
        where: { ...here, ...(scope.startupId ? { id: scope.startupId } : {}) },
        select: { id: true, name: true, nameEn: true, sector: true },
        orderBy: { id: 'asc' },
      }),
      await tx.investor.findMany({
        where: here,
        select: { id: true, name: true },
        orderBy: { id: 'asc' },
      }),
      await tx.membership.findMany({
        where: {
          programId: scope.programId,
          endedAt: null,
          role: { in: ['officer', 'startup'] },
          person: { archivedAt: null },
          ...(scope.startupId ? { startupId: scope.startupId } : {}),
        },
        select: { startupId: true, person: { select: { id: true, name: true, nameEn: true } } },
        orderBy: { personId: 'asc' },
      }),
    ];
    const byName = byShownName(scope.viewer.locale);
    return {
      startups: startups.sort(byName),
      investors: investors.sort(byName),
      people: people.map(({ person, startupId }) => ({ ...person, startupId })).sort(byName),
    };
  },
});
