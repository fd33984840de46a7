import type { ProgramScope, Role } from '@/lib/core/scope';
import { canReadPeople } from '@/lib/person/policy';
import type { Tx } from '@/lib/platform/database';
import { Prisma } from '@/prisma/client/client';
import { allBits, beginningsIn, bitsIn, type FoundByName, type Wanted } from './wanted';

/** A person of the program; `detail` is the role, with the startup they come from. */
export type FoundMember = Omit<FoundByName, 'detail'> & { role: Role; startup: string; startupEn: string };

/** The program's people whose names or addresses hold every word: for those who read the list of people. */
export async function findMembers(tx: Tx, scope: ProgramScope, wanted: Wanted): Promise<FoundMember[]> {
  if (!canReadPeople(scope)) return [];
  return tx.$queryRaw<FoundMember[]>`
    select id, name, "nameEn", role, startup, "startupEn", bits, 0 as near from (
      select h.id, h.name, h.name_en as "nameEn", m.role, coalesce(s.name, '') as startup, coalesce(s.name_en, '') as "startupEn",
        ${bitsIn(Prisma.sql`h.search_text`, wanted)} as bits,
        ${beginningsIn(Prisma.sql`h.search_text`, wanted)} as beginnings
      from membership m
      join person h on h.id = m.person_id and h.archived_at is null
      left join startup s on s.program_id = m.program_id and s.id = m.startup_id
      where m.program_id = ${scope.programId}::uuid and m.ended_at is null) found
    where bits = ${allBits(wanted)}
    order by beginnings, id
    limit 100`;
}
