import { noInput } from '@/lib/core/fields';
import { MOST_BESIDE } from '@/lib/core/shapes';
import { byShownName } from '@/lib/core/shown-name';
import { nameOrder } from '@/lib/platform/ordering';
import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { pairOperations } from '../operations';
import { canReadPairs } from '../policy';
import { type PossibleOwner, pairInput, possibleOwners } from '../schema';
import { pairFacets } from '../schema/figures';
import { rowsOfPair } from './item';

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

/** The officers of the program and the people of the pair's startup, by name. */
export const listPossibleOwners = programQuery({
  operation: pairOperations.listPossibleOwners,
  input: pairInput,
  output: possibleOwners,
  may: canReadPairs,
  run: async (tx, scope, { pairId }) => {
    const rows = await tx.$queryRaw<PossibleOwner[]>`
      select o.id, o.name, o.name_en as "nameEn", case when m.role = 'officer' then 'program' else 'startup' end as side
      from pair p
      join membership m on m.program_id = p.program_id and m.ended_at is null
        and (m.role = 'officer' or m.startup_id = p.startup_id)
      join person o on o.id = m.person_id and o.archived_at is null
      where p.program_id = ${scope.programId}::uuid and p.id = ${pairId}::uuid
        and (${scope.startupId}::uuid is null or p.startup_id = ${scope.startupId}::uuid)
      order by ${nameOrder(scope.viewer.locale, Prisma.sql`o.name`, Prisma.sql`o.name_en`)}, o.id limit ${MOST_BESIDE}`;
    return rowsOfPair(tx, scope, pairId, rows);
  },
});
