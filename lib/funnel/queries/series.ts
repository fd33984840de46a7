import { inForce } from '@/lib/pair/queries/in-force';
import { programQuery } from '@/lib/platform/query';
import { funnelOperations } from '../operations';
import { canSeeFunnel } from '../policy';
import { type Arrival, type SeriesEntry, type SeriesTurn, seriesOf } from '../rules/series';
import { getFunnelInput } from '../schema';
import { funnelSeries } from '../schema/time';
import { type Asked, ask, cohort, listRates, namedClocks } from './statements';

/**
 * The sums, the rungs and how far pairs got, day after day until `asOf`, all as known on `knownOn`; same filter as the
 * funnel, and on every day the same figures. Four statements, however many days.
 */
export const getSeries = programQuery({
  operation: funnelOperations.getSeries,
  input: getFunnelInput,
  output: funnelSeries,
  may: canSeeFunnel,
  isWide: true,
  run: async (tx, scope, input) => {
    const asked = await ask(tx, scope, input);
    const log = {
      arrivals: await countArrivals(asked),
      entries: await listEntries(asked),
      turns: await listTurns(asked),
      rates: await listRates(asked, 'day'),
    };
    const foreign = new Set(log.entries.map(({ currency }) => currency));
    const rates = log.rates.filter(({ base }) => foreign.has(base));
    return { ...namedClocks(asked), points: seriesOf(log), rates };
  },
});

/** By stage and day, the pairs that got so far for the first time; a pair that skips a stage arrives there too. */
function countArrivals(asked: Asked): Promise<Arrival[]> {
  const { tx, clocks } = asked;
  return tx.$queryRaw<Arrival[]>`
    with first as (
      select e.pair_id, k.stage, min(e.effective_at) as at
      from ${inForce('stage', asked)} e
      join ${cohort(asked)} c on c.id = e.pair_id
      join unnest(enum_range(null::stage)) k(stage) on k.stage <= e.to_stage
      group by 1, 2
    )
    select stage, (at at time zone ${clocks.timeZone})::date::text as day, count(*)::int as pairs
    from first group by 1, 2`;
}

function listEntries(asked: Asked): Promise<SeriesEntry[]> {
  return asked.tx.$queryRaw<SeriesEntry[]>`
    select e.pair_id as "pairId", e.startup_id as "startupId", e.rung, e.minor::text as minor, e.currency,
      e.effective_on::text as "effectiveOn", e.seq
    from ${inForce('amount', asked)} e
    join ${cohort(asked)} c on c.id = e.pair_id`;
}

/** Where the pairs with money were closed and opened again, in the order of the log. */
function listTurns(asked: Asked): Promise<SeriesTurn[]> {
  const { tx, scope, clocks } = asked;
  return tx.$queryRaw<SeriesTurn[]>`
    select e.pair_id as "pairId", (e.effective_at at time zone ${clocks.timeZone})::date::text as day,
      e.to_status in ('passed', 'withdrawn') as closed
    from ${inForce('status', asked)} e
    join ${cohort(asked)} c on c.id = e.pair_id
      where e.pair_id in (select a.pair_id from amount a where a.program_id = ${scope.programId}::uuid)
    order by e.effective_at, e.seq`;
}
