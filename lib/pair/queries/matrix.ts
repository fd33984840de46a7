import { AppError } from '@/lib/core/errors';
import { nameOrder } from '@/lib/platform/ordering';
import { programQuery } from '@/lib/platform/query';
import { expectManyRows } from '@/lib/platform/wide-read';
import { clocksOf } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import { pairOperations } from '../operations';
import { canReadPairs } from '../policy';
import { summarizePairsInput } from '../schema';
import { type PartySum, pairMatrix } from '../schema/figures';
import { cellsOf } from './cells';

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
type Answer = {
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
    const [answer] = await tx.$queryRaw<Answer[]>`
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
