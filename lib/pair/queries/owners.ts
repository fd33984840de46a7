import { nameOrder } from '@/lib/platform/ordering';
import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { pairOperations } from '../operations';
import { canReadPairs } from '../policy';
import { type PossibleOwner, pairInput, possibleOwners } from '../schema';
import { rowsOfPair } from './item';

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
      order by ${nameOrder(scope.viewer.locale, Prisma.sql`o.name`, Prisma.sql`o.name_en`)}, o.id`;
    return rowsOfPair(tx, scope, pairId, rows);
  },
});
