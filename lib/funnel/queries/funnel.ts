import { SUMS } from '@/lib/amount/rules';
import type { Day } from '@/lib/core/days';
import { money } from '@/lib/core/money';
import { LIVE_RUNGS, type LiveRung } from '@/lib/pair/rules/item';
import { InvalidInput, programQuery } from '@/lib/platform/query';
import { funnelOperations } from '../operations';
import { canSeeFunnel } from '../policy';
import { compareFunnels } from '../rules/comparison';
import { rungFigures, sharesInShownOrder, sumFigures } from '../rules/figures';
import type { AmountRow } from '../rules/money';
import { periodFigures } from '../rules/period';
import { conversions, losses, stageFigures, stepFigures, totalOf } from '../rules/stages';
import { compareFunnelsInput, getFunnelOfPeriodInput } from '../schema';
import { type Funnel, funnelOfPeriod, type Period, type StepFigures } from '../schema/figures';
import { comparedFunnels } from '../schema/many-funnels';
import {
  type AmountSum,
  type Asked,
  ask,
  countFirstMet,
  countMet,
  countMoved,
  countStandings,
  countSteps,
  eveOf,
  listRates,
  namedClocks,
  sumAmounts,
} from './statements';

/**
 * How pairs went from stage to stage and what money stood behind them, at the end of a day (default: today) and as
 * known at the end of another (default: all that is known now); with `from`, also what happened since that day began.
 */
export const getFunnel = programQuery({
  operation: funnelOperations.getFunnel,
  input: getFunnelOfPeriodInput,
  output: funnelOfPeriod,
  may: canSeeFunnel,
  isWide: true,
  run: async (tx, scope, { from, ...input }) => {
    const asked = await ask(tx, scope, input);
    if (from && from > asked.clocks.asOf) {
      throw new InvalidInput([{ reason: 'period_backwards', field: ['from'] }]);
    }
    const funnel = await readFunnel(asked);
    const sums = funnel.sums.map((sum) => ({
      ...sum,
      concentration: sharesInShownOrder(sum.concentration, scope.viewer.locale),
    }));
    return { ...funnel, sums, period: from ? await readPeriod(asked, from, funnel.steps) : null };
  },
});

/** The funnel at the end of `asOf` (default: today) and at the end of `with`, of the pairs that the filter keeps on each, by one knowledge. */
export const getComparedFunnels = programQuery({
  operation: funnelOperations.getComparedFunnels,
  input: compareFunnelsInput,
  output: comparedFunnels,
  may: canSeeFunnel,
  isWide: true,
  run: async (tx, scope, { with: other, ...input }) => {
    const first = await readFunnel(await ask(tx, scope, input));
    const second = await readFunnel(await ask(tx, scope, { ...input, asOf: other }));
    return { first, second, difference: compareFunnels(first, second) };
  },
});

/** The funnel of any two clocks; for reads that have authorized already. Five statements, however many pairs. */
export async function readFunnel(asked: Asked): Promise<Funnel> {
  const standings = await countStandings(asked);
  const stages = stageFigures(standings, await countMet(asked));
  const sums = await sumAmounts(asked);
  const rows = sums.flatMap(toAmountRow);
  const rates = await listRates(asked, 'currency');
  return {
    ...namedClocks(asked),
    stages,
    conversions: conversions(stages),
    ...stepFigures(await countSteps(asked), stages.at(-1)?.reached ?? 0),
    lostBy: losses(standings),
    onHold: totalOf(stages, 'onHold'),
    invested: totalOf(stages, 'invested'),
    amounts: shownRungs(rows).map((rung) => rungFigures(rung, rows, rates)),
    sums: SUMS.map((sum) => sumFigures(sum, rows, rates)),
    startups: new Set(sums.map((row) => row.startupId)).size,
  };
}

/** What happened from the beginning of `from` to the end of the clocks' day: three statements more. */
async function readPeriod(asked: Asked, from: Day, steps: readonly StepFigures[]): Promise<Period> {
  const eve = eveOf(asked, from);
  return periodFigures({
    from,
    moved: await countMoved(asked, eve),
    met: await countFirstMet(asked, eve),
    steps,
    eve: await countSteps(eve),
  });
}

function toAmountRow(row: AmountSum): AmountRow[] {
  if (row.rung === null) return [];
  const startup = { id: row.startupId, name: row.name, nameEn: row.nameEn };
  const { rung, pairs, closed, leftOut } = row;
  return [{ startup, rung, money: money(row.minor, row.currency), pairs, closed, leftOut }];
}

/** Rungs that are always told, even at nothing; the others where a pair stands on them. */
const ALWAYS: readonly LiveRung[] = ['discussed', 'loi', 'term_sheet', 'signed', 'paid'];

function shownRungs(rows: readonly AmountRow[]): LiveRung[] {
  return LIVE_RUNGS.filter((rung) => ALWAYS.includes(rung) || rows.some((row) => row.rung === rung));
}
