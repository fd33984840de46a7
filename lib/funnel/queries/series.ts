import { inForce, knownOf } from '@/lib/pair/queries/in-force';
import { programQuery } from '@/lib/platform/query';
import { expectManyRows } from '@/lib/platform/wide-read';
import { clocksOf } from '@/lib/program/rules';
import { funnelOperations } from '../operations';
import { canSeeFunnel } from '../policy';
import { type Arrival, type SeriesEntry, type SeriesPoint, type SeriesTurn, seriesOf } from '../rules/series';
import { getFunnelInput } from '../schema';
import type { RateOn } from '../schema/figures';
import { type Asked, cohort } from './statements';

export type FunnelSeries = {
  asOf: string;
  knownOn: string | null;
  timeZone: string;
  /** In time order; each holds until the next one, the last one until `asOf`. */
  points: SeriesPoint[];
  /** The rates by day that totals in won were made with; none where all of it is won. */
  rates: RateOn[];
};

/**
 * The sums, the rungs and how far pairs got, day after day until `asOf`, all as known on `knownOn`; same filter as the
 * funnel, and on every day the same figures.
 */
export const getSeries = programQuery({
  operation: funnelOperations.getSeries,
  input: getFunnelInput,
  may: canSeeFunnel,
  isWide: true,
  run: (tx, scope, { asOf, knownOn, ...filter }): Promise<FunnelSeries> =>
    readSeries({ tx, scope, clocks: clocksOf(scope.program, new Date(), asOf, knownOn), filter }),
});

/** The series of any two clocks; for reads that have authorized already. Four statements, however many days. */
async function readSeries(asked: Asked): Promise<FunnelSeries> {
  const { asOf, knownOn, timeZone } = asked.clocks;
  await expectManyRows(asked.tx);
  const log = {
    arrivals: await countArrivals(asked),
    entries: await listEntries(asked),
    turns: await listTurns(asked),
    rates: await listRates(asked),
  };
  const foreign = new Set(log.entries.map(({ currency }) => currency));
  const rates = log.rates.filter(({ base }) => foreign.has(base));
  return { asOf, knownOn, timeZone, points: seriesOf(log), rates };
}

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

/** The rate of each day that has one, as far as it was known. */
function listRates({ tx, scope, clocks }: Asked): Promise<RateOn[]> {
  return tx.$queryRaw<RateOn[]>`
    select distinct on (r.base, r.on_day) r.base, r.rate::text as rate, r.on_day::text as on, r.source
    from fx_rate r
    where r.program_id = ${scope.programId}::uuid and r.quote = 'KRW' and r.on_day <= ${clocks.asOf}::date
      and r.recorded_at < ${knownOf(clocks)}
    order by r.base, r.on_day, r.recorded_at desc, r.seq desc`;
}
