import { noInput } from '@/lib/core/fields';
import { programQuery } from '@/lib/platform/query';
import { programOperations } from '../operations';
import { canReadSettings } from '../policy';
import { type ProgramContents, programContents } from '../schema/settings';

/** How much there is in a program: what a clone takes along, what it leaves, and what goes when the program is deleted. */
export const countProgram = programQuery({
  operation: programOperations.countProgram,
  input: noInput,
  output: programContents,
  may: canReadSettings,
  run: async (tx, { programId }) => {
    const [counts] = await tx.$queryRaw<[ProgramContents]>`
      with here as (select ${programId}::uuid as id)
      select
        (select count(*)::int from program_stage s where s.program_id = here.id) as stages,
        (select count(*)::int from venue_table t where t.program_id = here.id and t.archived_at is null) as tables,
        (select count(*)::int from slot s where s.program_id = here.id) as slots,
        (select count(*)::int from program_stage s where s.program_id = here.id and s.target_days is not null) as targets,
        (select count(*)::int from startup s where s.program_id = here.id and s.archived_at is null) as startups,
        (select count(*)::int from investor i where i.program_id = here.id and i.archived_at is null) as investors,
        (select count(*)::int from contact c where c.program_id = here.id and c.archived_at is null) as contacts,
        (select count(*)::int from membership m where m.program_id = here.id and m.ended_at is null) as people,
        (select count(*)::int from pair p where p.program_id = here.id) as pairs,
        (select count(*)::int from meeting m where m.program_id = here.id) as meetings,
        (select count(*)::int from outcome o where o.program_id = here.id) as outcomes,
        (select count(*)::int from amount a where a.program_id = here.id) as amounts,
        (select count(*)::int from report r where r.program_id = here.id)
          + (select count(*)::int from timetable t where t.program_id = here.id and t.published_at is not null) as publications
      from here`;
    return counts;
  },
});
