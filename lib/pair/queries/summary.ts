import { AppError } from '@/lib/core/errors';
import { programQuery } from '@/lib/platform/query';
import { expectManyRows } from '@/lib/platform/wide-read';
import { clocksOf } from '@/lib/program/rules';
import { pairOperations } from '../operations';
import { canReadPairs } from '../policy';
import { summarizePairsInput } from '../schema';
import { type PairSummary, pairSummary, type RungSum } from '../schema/figures';
import { cellsOf } from './cells';

type Line = RungSum & { leftOut: boolean };
type Answer = Omit<PairSummary, 'sums' | 'leftOut'> & { lines: Line[] | null };

export const summarizePairs = programQuery({
  operation: pairOperations.summarizePairs,
  input: summarizePairsInput,
  output: pairSummary,
  may: canReadPairs,
  isWide: true,
  run: async (tx, scope, filter) => {
    const clocks = clocksOf(scope.program, new Date(), filter.asOf, filter.knownOn);
    await expectManyRows(tx);
    const [answer] = await tx.$queryRaw<Answer[]>`
      with cell as materialized (${cellsOf(scope, filter, clocks)}),
      rung_sum as (
        select c.rung, c.currency, c.left_out as "leftOut", sum(c.minor)::text as minor, count(*) as pairs,
          count(distinct c.startup_id) as startups
        from cell c where c.matches and c.rung is not null group by c.rung, c.currency, c.left_out)
      select count(*) filter (where c.matches)::int as pairs,
        count(distinct c.startup_id) filter (where c.matches)::int as startups,
        count(distinct c.investor_id) filter (where c.matches)::int as investors,
        count(*) filter (where c.matches and c.reached_main)::int as "reachedMain",
        count(*) filter (where c.matches and c.stage = 'follow_up' and c.status = 'open')::int as "inFollowUp",
        count(*) filter (where c.matches and c.overdue)::int as overdue,
        (select count(*) from pair p join startup s on s.program_id = p.program_id and s.id = p.startup_id
           join investor i on i.program_id = p.program_id and i.id = p.investor_id
         where p.program_id = ${scope.programId}::uuid and s.archived_at is null and i.archived_at is null
           and (${scope.startupId}::uuid is null or p.startup_id = ${scope.startupId}::uuid))::int as "all",
        (select jsonb_agg(to_jsonb(r) order by r.rung, r.currency) from rung_sum r) as lines
      from cell c`;
    if (!answer) throw new AppError('internal', 'no summary');
    const { lines, ...counts } = answer;
    const sumsThat = (isLeftOut: boolean) =>
      (lines ?? []).filter(({ leftOut }) => leftOut === isLeftOut).map(({ leftOut: _, ...sum }) => sum);
    return { ...counts, sums: sumsThat(false), leftOut: sumsThat(true) };
  },
});
