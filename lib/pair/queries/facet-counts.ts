import { programQuery } from '@/lib/platform/query';
import { expectManyRows } from '@/lib/platform/wide-read';
import { clocksOf } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import { pairOperations } from '../operations';
import { canReadPairs } from '../policy';
import { pairFilter, summarizePairsInput } from '../schema';
import { type FacetCount, pairFacetCounts } from '../schema/figures';
import {
  filterParts,
  interestOf,
  isListed,
  isOverdue,
  isUnscheduled,
  nextMeetingDays,
  OWNER,
  reasonOf,
} from './filter';
import { knownOf } from './in-force';
import { columnsOf, joinsOf } from './select';

type Key = keyof typeof pairFilter;
const KEYS = Object.keys(pairFilter) as Key[];
/** Each key of the filter as one bit: a pair's `missed` says which parts of the filter it does not meet. */
const bitOf = (key: Key) => 2 ** KEYS.indexOf(key);

/**
 * For each value of each key, how many pairs it would keep beside all other keys in force: values of one key are
 * alternatives, so a key does not narrow its own counts. One pass over the pairs, whatever the filter.
 */
export const countPairFacets = programQuery({
  operation: pairOperations.countPairFacets,
  input: summarizePairsInput,
  output: pairFacetCounts,
  may: canReadPairs,
  isWide: true,
  run: async (tx, scope, { asOf, knownOn, ...filter }) => {
    const clocks = clocksOf(scope.program, new Date(), asOf, knownOn);
    const column = columnsOf(clocks);
    const asked = Prisma.sql`${scope.programId}::uuid, ${clocks.before}, ${knownOf(clocks)}`;
    const missed = Object.entries(filterParts(scope.programId, filter, clocks)).map(
      ([key, part]) => Prisma.sql`case when ${part} then 0 else ${bitOf(key as Key)}::int end`,
    );
    await expectManyRows(tx);
    const counts = await tx.$queryRaw<FacetCount[]>`
      with pair_row as materialized (
        select p.id, ${Prisma.join([Prisma.sql`0`, ...missed], ' + ')} as missed, coalesce(${column.stage}, 'candidate')::text as stage,
          coalesce(${column.status}, 'open')::text as status, ${column.rung}::text as rung, ${column.currency}::text as amount,
          ${reasonOf(clocks)} as reason, ${interestOf(clocks)} as interest, s.sector, p.startup_id::text as startup,
          p.investor_id::text as investor, ${OWNER} as owner, coalesce(n.next_meeting, 'none') as next_meeting,
          ${isOverdue(clocks)} as overdue, ${isUnscheduled(clocks)} as unscheduled
        from pair p
        join startup s on s.program_id = p.program_id and s.id = p.startup_id
        join investor i on i.program_id = p.program_id and i.id = p.investor_id
        ${joinsOf(scope, clocks)}
        left join ${nextMeetingDays(scope.programId, clocks)} n on n.pair_id = p.id
        where p.program_id = ${scope.programId}::uuid
          and (${scope.startupId}::uuid is null or p.startup_id = ${scope.startupId}::uuid)
          and s.archived_at is null and i.archived_at is null and ${isListed(filter, clocks)}),
      near as materialized (select * from pair_row where missed & (missed - 1) = 0)
      select f.key, f.value, count(*)::int as pairs
      from near c cross join lateral (values
        ('stage', c.stage, ${bitOf('stage')}::int), ('status', c.status, ${bitOf('status')}::int),
        ('rung', c.rung, ${bitOf('rung')}::int), ('amount', c.amount, ${bitOf('amount')}::int),
        ('reason', c.reason, ${bitOf('reason')}::int), ('interest', c.interest, ${bitOf('interest')}::int),
        ('sector', c.sector, ${bitOf('sector')}::int), ('startup', c.startup, ${bitOf('startup')}::int),
        ('investor', c.investor, ${bitOf('investor')}::int), ('owner', c.owner, ${bitOf('owner')}::int),
        ('nextMeeting', c.next_meeting, ${bitOf('nextMeeting')}::int),
        ('overdue', case when c.overdue then '1' end, ${bitOf('overdue')}::int),
        ('unscheduled', case when c.unscheduled then '1' end, ${bitOf('unscheduled')}::int)) f(key, value, bit)
      where f.value is not null and c.missed in (0, f.bit) group by 1, 2
      union all
      select 'reached', k.stage::text, count(*)::int
      from near c join pair_state(${asked}) r on r.pair_id = c.id
      join unnest(enum_range(null::stage)) k(stage) on k.stage <= r.reached
      where c.missed in (0, ${bitOf('reached')}::int) group by 2
      union all
      select 'met', m.stage::text, count(*)::int
      from near c join pair_met(${asked}) m on m.pair_id = c.id
      where c.missed in (0, ${bitOf('met')}::int) group by 2`;
    return { counts };
  },
});
