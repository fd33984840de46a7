import { LIVE_RUNGS, type LiveRung, SUMS } from '@/lib/amount/rules';
import { money } from '@/lib/core/money';
import { programQuery } from '@/lib/platform/query';
import { clocksOf } from '@/lib/program/rules';
import { canSeeFunnel } from '../policy';
import { type Funnel, rungFigures, sumFigures } from '../rules/figures';
import type { AmountRow } from '../rules/money';
import { conversions, losses, stageFigures } from '../rules/stages';
import { getFunnelInput } from '../schema';
import { type AmountSum, type Asked, countMet, countStandings, latestRates, sumAmounts } from './statements';

/**
 * How pairs went from stage to stage and what money stood behind them, at the end of a day (default: today) and as
 * known at the end of another (default: all that is known now).
 */
export const getFunnel = programQuery({
  name: 'funnel.get',
  input: getFunnelInput,
  may: canSeeFunnel,
  run: (tx, scope, { asOf, knownOn, ...filter }): Promise<Funnel> =>
    readFunnel({ tx, scope, clocks: clocksOf(scope.program, new Date(), asOf, knownOn), filter }),
});

/** The funnel of any two clocks; for reads that have authorized already. Four statements, however many pairs. */
export async function readFunnel(asked: Asked): Promise<Funnel> {
  const { clocks } = asked;
  const standings = await countStandings(asked);
  const stages = stageFigures(standings, await countMet(asked));
  const sums = await sumAmounts(asked);
  const rows = sums.flatMap(toAmountRow);
  const rates = await latestRates(asked);
  return {
    asOf: clocks.asOf,
    knownOn: clocks.knownOn,
    timeZone: clocks.timeZone,
    stages,
    conversions: conversions(stages),
    lostBy: losses(standings),
    onHold: stages.reduce((sum, stage) => sum + stage.onHold, 0),
    invested: stages.reduce((sum, stage) => sum + stage.invested, 0),
    amounts: shownRungs(rows).map((rung) => rungFigures(rung, rows, rates)),
    sums: SUMS.map((sum) => sumFigures(sum, rows, rates)),
    startups: new Set(sums.map((row) => row.startupId)).size,
  };
}

function toAmountRow(row: AmountSum): AmountRow[] {
  if (row.rung === null) return [];
  const startup = { id: row.startupId, name: row.name, nameEn: row.nameEn };
  const { rung, pairs, closed } = row;
  return [{ startup, rung, money: money(row.minor, row.currency), pairs, closed }];
}

/** Rungs that are always told, even at nothing; the others where a pair stands on them. */
const ALWAYS: readonly LiveRung[] = ['discussed', 'loi', 'term_sheet', 'signed', 'paid'];

function shownRungs(rows: readonly AmountRow[]): LiveRung[] {
  return LIVE_RUNGS.filter((rung) => ALWAYS.includes(rung) || rows.some((row) => row.rung === rung));
}
