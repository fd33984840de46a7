import type { z } from 'zod';
import type { ProgramScope } from '@/lib/core/scope';
import type { Clocks } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import type { listPairsInput } from '../schema';
import { knownOf } from './in-force';
import { wherePairs } from './list';
import { columnsOf, joinsOf } from './select';

type Filter = z.output<typeof listPairsInput>;

/** Which parties a filter speaks of; the rest of it speaks of the pairs between them. */
const PARTY_KEYS = ['startup', 'investor', 'sector'] as const;

export function partyFilter(filter: Filter): Filter {
  return Object.fromEntries(PARTY_KEYS.flatMap((key) => (filter[key] ? [[key, filter[key]]] : [])));
}

/**
 * A `select` of one row a pair between the filter's parties: where it stands, its live amount and whether that is left out of sums, whether the whole filter
 * keeps it (`matches`) and whether the words searched for are in its names (`named`).
 */
export function cellsOf(scope: ProgramScope, filter: Filter, clocks: Clocks): Prisma.Sql {
  const column = columnsOf(clocks);
  const named = wherePairs(scope.programId, filter.q ? { q: filter.q } : {}, clocks);
  return Prisma.sql`
    select p.id, p.startup_id, p.investor_id, coalesce(${column.stage}, 'candidate') as stage, coalesce(${column.status}, 'open') as status, ${column.rung} as rung,
      ${column.minor} as minor, ${column.currency} as currency, ${column.leftOut} as left_out, coalesce(r.reached >= 'main_session', false) as reached_main,
      ${column.nextStep} is not null and ${column.nextStepOn} < ${clocks.asOf}::date
        and ${column.status} not in ('passed', 'withdrawn') as overdue,
      coalesce((${wherePairs(scope.programId, filter, clocks)}), false) as matches, coalesce((${named}), false) as named
    from pair p
    join startup s on s.program_id = p.program_id and s.id = p.startup_id
    join investor i on i.program_id = p.program_id and i.id = p.investor_id
    ${joinsOf(scope, clocks)}
    left join pair_state(${scope.programId}::uuid, ${clocks.before}, ${knownOf(clocks)}) r on r.pair_id = p.id
    where p.program_id = ${scope.programId}::uuid
      and (${scope.startupId}::uuid is null or p.startup_id = ${scope.startupId}::uuid)
      and s.archived_at is null and i.archived_at is null
      and ${wherePairs(scope.programId, partyFilter(filter), clocks)}`;
}
