import { isLeftOut, liveAmount, type Rung, SUMS } from '@/lib/amount/rules';
import { money } from '@/lib/core/money';
import { LIVE_RUNGS, type LiveRung } from '@/lib/pair/rules/item';
import { STAGES, type Stage } from '@/lib/pair/rules/stages';
import type { RateOn, RungFigures } from '../schema/figures';
import type { SeriesPoint, SeriesSum } from '../schema/time';
import { rungFigures, sumFigures } from './figures';
import type { AmountRow } from './money';

/** One entry of a pair's ladder that counts; days are `YYYY-MM-DD` of the program's home zone, `seq` orders a day's entries. */
export type SeriesEntry = {
  pairId: string;
  startupId: string;
  rung: Rung;
  /** Whole minor units in digits; null for what ends a ladder. */
  minor: string | null;
  currency: string | null;
  effectiveOn: string;
  seq: bigint;
};
/** A change of a pair's status, in the order of the log: whether it is closed from then on. */
export type SeriesTurn = { pairId: string; day: string; closed: boolean };
/** How many pairs got to this stage or a later one for the first time on this day. */
export type Arrival = { stage: Stage; day: string; pairs: number };

type MoneyOfDay = Omit<SeriesSum, 'sum'>;
type Log = {
  entries: readonly SeriesEntry[];
  turns: readonly SeriesTurn[];
  arrivals: readonly Arrival[];
  rates: readonly RateOn[];
};

/**
 * The figures of the funnel day after day: a point for every day at whose end one of them is another than the day
 * before. Before the first point there is nothing. The ladder is climbed as `liveAmount` says, pair by pair.
 */
export function seriesOf({ entries, turns, arrivals, rates }: Log): SeriesPoint[] {
  const days = new Set([
    ...entries.map((e) => e.effectiveOn),
    ...turns.map((t) => t.day),
    ...arrivals.map((a) => a.day),
    ...rates.map((r) => r.on),
  ]);
  const logged = Map.groupBy(entries, (entry) => entry.effectiveOn);
  const turned = Map.groupBy(turns, (turn) => turn.day);
  const arrived = Map.groupBy(arrivals, (arrival) => arrival.day);
  const logs = new Map<string, SeriesEntry[]>();
  const standing = new Map<string, AmountRow>();
  const closed = new Map<string, boolean>();
  const reached = new Map<Stage, number>();
  const points: SeriesPoint[] = [];
  for (const day of [...days].sort()) {
    for (const { stage, pairs } of arrived.get(day) ?? [])
      reached.set(stage, (reached.get(stage) ?? 0) + pairs);
    climb(logged.get(day) ?? [], logs, standing);
    for (const turn of turned.get(day) ?? []) closed.set(turn.pairId, turn.closed);
    const rows = [...standing].map(([pairId, row]) => ({
      ...row,
      leftOut: isLeftOut(row.rung, closed.get(pairId) ?? false),
    }));
    const point = pointOf(day, reached, rows, ratesOn(rates, day));
    if (!isSame(points.at(-1), point)) points.push(point);
  }
  return points;
}

/** Takes a day's entries into the logs of their pairs, and what stands for each of these pairs from then on. */
function climb(
  entries: readonly SeriesEntry[],
  logs: Map<string, SeriesEntry[]>,
  standing: Map<string, AmountRow>,
): void {
  for (const [pairId, own] of Map.groupBy(entries, (entry) => entry.pairId)) {
    const log = [...(logs.get(pairId) ?? []), ...own];
    logs.set(pairId, log);
    const live = liveAmount(log.map((entry) => ({ ...entry, voided: false })));
    if (live?.minor && live.currency) {
      const startup = { id: live.startupId, name: '', nameEn: '' };
      const amount = { rung: live.rung as LiveRung, money: money(live.minor, live.currency) };
      standing.set(pairId, { ...amount, startup, pairs: 1, closed: 0, leftOut: false });
    } else standing.delete(pairId);
  }
}

/** Of each currency the latest rate on or before the day; of a day's several the one given last. */
function ratesOn(rates: readonly RateOn[], day: string): RateOn[] {
  const latest = new Map<string, RateOn>();
  for (const rate of rates) {
    if (rate.on <= day && rate.on >= (latest.get(rate.base)?.on ?? '')) latest.set(rate.base, rate);
  }
  return [...latest.values()];
}

function pointOf(
  day: string,
  reached: ReadonlyMap<Stage, number>,
  standing: readonly AmountRow[],
  rates: readonly RateOn[],
): SeriesPoint {
  const rungs = LIVE_RUNGS.filter((rung) => standing.some((row) => row.rung === rung));
  return {
    day,
    reached: STAGES.map((stage) => ({ stage, pairs: reached.get(stage) ?? 0 })),
    rungs: rungs.map((rung) => ({ rung, ...moneyOf(rungFigures(rung, standing, rates)) })),
    sums: SUMS.map((sum) => ({ sum, ...moneyOf(sumFigures(sum, standing, rates)) })),
  };
}

function moneyOf({
  totals,
  krw,
  missing,
  pairs,
  startups,
  leftOut,
}: Required<Omit<RungFigures, 'rung'>>): MoneyOfDay {
  return { totals, krw, missing, pairs, startups, leftOut };
}

function isSame(before: SeriesPoint | undefined, point: SeriesPoint): boolean {
  const textOf = ({ day: _, ...figures }: SeriesPoint) => JSON.stringify(figures);
  return before
    ? textOf(before) === textOf(point)
    : point.reached.every(({ pairs }) => pairs === 0) && point.rungs.length === 0;
}

/** What the series says of a day: the last point not after it. Null before the first one. */
export function pointAt(points: readonly SeriesPoint[], day: string): SeriesPoint | null {
  return points.findLast((point) => point.day <= day) ?? null;
}
