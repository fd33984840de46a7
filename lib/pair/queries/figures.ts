import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { noInput } from '@/lib/core/fields';
import type { ProgramScope } from '@/lib/core/scope';
import { nameOrder } from '@/lib/platform/ordering';
import { programQuery } from '@/lib/platform/query';
import { expectManyRows } from '@/lib/platform/wide-read';
import { type Clocks, clocksOf } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import { pairOperations } from '../operations';
import { canReadPairs } from '../policy';
import { MEETING_STAGES, type MeetingStage } from '../rules/stages';
import { type listPairsInput, summarizePairsInput } from '../schema';
import {
  type PairSummary,
  type PartySum,
  pairMatrix,
  pairSummary,
  type RungSum,
  type Unscheduled,
  unscheduledStages,
} from '../schema/figures';
import { isOverdue, wherePairs } from './filter';
import { knownOf } from './in-force';
import { columnsOf, joinsOf } from './select';

type Filter = z.output<typeof listPairsInput>;

/** Which parties a filter speaks of; the rest of it speaks of the pairs between them. */
const PARTY_KEYS = ['startup', 'investor', 'sector'] as const;

function partyFilter(filter: Filter): Filter {
  return Object.fromEntries(PARTY_KEYS.flatMap((key) => (filter[key] ? [[key, filter[key]]] : [])));
}

/**
 * A `select` of one row a pair between the filter's parties: where it stands, its live amount and whether that is left out of sums, whether the whole filter
 * keeps it (`matches`) and whether the words searched for are in its names (`named`).
 */
function cellsOf(scope: ProgramScope, filter: Filter, clocks: Clocks): Prisma.Sql {
  const column = columnsOf(clocks);
  const named = wherePairs(scope.programId, filter.q ? { q: filter.q } : {}, clocks);
  return Prisma.sql`
    select p.id, p.startup_id, p.investor_id, coalesce(${column.stage}, 'candidate') as stage, coalesce(${column.status}, 'open') as status, ${column.rung} as rung,
      ${column.minor} as minor, ${column.currency} as currency, ${column.leftOut} as left_out, coalesce(r.reached >= 'main_session', false) as reached_main,
      ${isOverdue(clocks)} as overdue,
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

type Line = RungSum & { leftOut: boolean };
type SummaryRow = Omit<PairSummary, 'sums' | 'leftOut'> & { lines: Line[] | null };

export const summarizePairs = programQuery({
  operation: pairOperations.summarizePairs,
  input: summarizePairsInput,
  output: pairSummary,
  may: canReadPairs,
  isWide: true,
  run: async (tx, scope, filter) => {
    const clocks = clocksOf(scope.program, new Date(), filter.asOf, filter.knownOn);
    await expectManyRows(tx);
    const [answer] = await tx.$queryRaw<SummaryRow[]>`
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

/** Above this many pairs a reader asks for a row's pairs when they come to it. */
const MOST_IDS = 1_500;

type Row = {
  id: string;
  name: string;
  nameEn: string;
  sector: string;
  codes: string;
  ids: (string | null)[] | null;
};
type MatrixRow = {
  rows: Row[] | null;
  investors: { id: string; name: string }[] | null;
  sums: PartySum[] | null;
};

/**
 * Startups by investors, each pair as two characters, with what stands behind each party by rung and currency; live or
 * as of a date. A startup's people get their own row.
 */
export const readMatrix = programQuery({
  operation: pairOperations.readMatrix,
  input: summarizePairsInput,
  output: pairMatrix,
  may: canReadPairs,
  isWide: true,
  run: async (tx, scope, filter) => {
    const clocks = clocksOf(scope.program, new Date(), filter.asOf, filter.knownOn);
    const { locale } = scope.viewer;
    await expectManyRows(tx);
    // How many cells there are is a subquery of its own: joined in, it was counted again for each cell.
    const [answer] = await tx.$queryRaw<MatrixRow[]>`
      with cell as materialized (${cellsOf(scope, filter, clocks)}),
      column_of as (
        select i.id, i.name, row_number() over (order by ${nameOrder(locale, Prisma.sql`i.name`)}, i.id) as seq
        from investor i where i.program_id = ${scope.programId}::uuid and i.id in (select investor_id from cell)),
      row_of as (
        select s.id, s.name, s.name_en as "nameEn", s.sector, row_number() over (
          order by ${nameOrder(locale, Prisma.sql`s.name`, Prisma.sql`s.name_en`)}, s.id) as seq
        from startup s where s.program_id = ${scope.programId}::uuid and s.id in (select startup_id from cell)),
      line as (
        select r.id, r.name, r."nameEn", r.sector, r.seq,
          string_agg(case when c.id is null then '  ' else
            chr(96 + (array_position(enum_range(null::stage), c.stage) - 1) * 5
                   + array_position(enum_range(null::pair_status), c.status))
            || to_hex((c.rung is not null)::int + 2 * c.matches::int + 4 * c.reached_main::int + 8 * c.named::int)
            end, '' order by k.seq) as codes,
          jsonb_agg(c.id order by k.seq) filter (where (select count(*) from cell) <= ${MOST_IDS}) as ids
        from row_of r cross join column_of k
        left join cell c on c.startup_id = r.id and c.investor_id = k.id
        group by r.id, r.name, r."nameEn", r.sector, r.seq),
      party_sum as (
        select coalesce(c.startup_id, c.investor_id) as id, c.rung, c.currency, sum(c.minor)::text as minor, count(*) as pairs
        from cell c where c.rung is not null and c.matches and not c.left_out
        group by grouping sets ((c.startup_id, c.rung, c.currency), (c.investor_id, c.rung, c.currency)))
      select (select jsonb_agg(to_jsonb(l) - 'seq' order by l.seq) from line l) as rows,
        (select jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name) order by k.seq) from column_of k) as investors,
        (select jsonb_agg(to_jsonb(p)) from party_sum p) as sums`;
    if (!answer) throw new AppError('internal', 'no matrix');
    const rows = answer.rows ?? [];
    return {
      startups: rows.map(({ id, name, nameEn, sector }) => ({ id, name, nameEn, sector })),
      investors: answer.investors ?? [],
      rows: rows.map((row) => row.codes),
      ids: rows.every((row) => row.ids) ? rows.map((row) => row.ids ?? []) : null,
      sums: answer.sums ?? [],
    };
  },
});

/** How many open pairs of each stage have no meeting of it; the rows are `pair.list` with stage and unscheduled. */
export const countUnscheduled = programQuery({
  operation: pairOperations.countUnscheduled,
  input: noInput,
  output: unscheduledStages,
  may: canReadPairs,
  run: async (tx, scope) => {
    const clocks = clocksOf(scope.program, new Date());
    const counted = await tx.$queryRaw<Unscheduled[]>`
      select p.stage, count(*)::int as pairs
      from pair p
      join startup s on s.program_id = p.program_id and s.id = p.startup_id and s.archived_at is null
      join investor i on i.program_id = p.program_id and i.id = p.investor_id and i.archived_at is null
      where p.program_id = ${scope.programId}::uuid
        and (${scope.startupId}::uuid is null or p.startup_id = ${scope.startupId}::uuid)
        and ${wherePairs(scope.programId, { unscheduled: true }, clocks)}
      group by p.stage`;
    const pairsOf = (stage: MeetingStage) => counted.find((row) => row.stage === stage)?.pairs ?? 0;
    return { stages: MEETING_STAGES.map((stage) => ({ stage, pairs: pairsOf(stage) })) };
  },
});
