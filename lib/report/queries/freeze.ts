import type { Sum } from '@/lib/amount/rules';
import { parseDay } from '@/lib/core/days';
import { AppError } from '@/lib/core/errors';
import { done, type Result } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { readFunnel } from '@/lib/funnel/queries/funnel';
import { askBy } from '@/lib/funnel/queries/statements';
import type { Tx } from '@/lib/platform/database';
import { clocksKnownAt } from '@/lib/program/rules';
import type { PublishedClocks } from '../rules/clocks';
import { advancedPairs } from '../rules/movers';
import { pressSentences, rungsOfSum, type Sentences, spokenSum } from '../rules/sentence';
import type { PairStanding } from '../rules/standings';
import type { Frozen, Report } from '../schema';
import { selectLastReport } from './select';
import { partiesOf, readStandings } from './standings';

export type Draft = { frozen: Frozen; sentences: Result<Sentences> };

/** Counts what would be published by these clocks, with its sentence or why there is none. Writes nothing. */
export async function freeze(
  tx: Tx,
  scope: ProgramScope,
  { clocks }: PublishedClocks,
  sum: Sum,
): Promise<Draft> {
  const asked = await askBy(tx, scope, clocks);
  const funnel = await readFunnel(asked);
  const standings = await readStandings(asked);
  const previous = await selectLastReport(tx, scope);
  const frozen: Frozen = {
    format: 2,
    program: { name: scope.program.name, nameEn: scope.program.nameEn },
    sum,
    funnel,
    parties: partiesOf(standings),
    met: metOf(standings),
    previous: previous?.number ?? null,
    advanced: advancedPairs(await standingsOf(tx, scope, previous), standings),
  };
  const figures = funnel.sums.find((each) => each.sum === sum);
  if (!figures) throw new AppError('internal', `the funnel tells no ${sum}`);
  const spoken = spokenSum(figures, rungsOfSum(funnel.amounts, sum));
  const sentences = pressSentences(spoken, { asOf: clocks.asOf, met: frozen.met });
  return { frozen, sentences: sentences.ok ? done(sentences.value) : sentences };
}

function metOf(standings: readonly PairStanding[]): Frozen['met'] {
  const met = standings.filter((standing) => standing.met.length > 0);
  return {
    startups: new Set(met.map(({ startup }) => startup.id)).size,
    investors: new Set(met.map(({ investor }) => investor.id)).size,
  };
}

/** Where pairs stood when a report was published; nowhere before the first one. */
async function standingsOf(
  tx: Tx,
  scope: ProgramScope,
  report: Report | null,
): Promise<Map<string, PairStanding>> {
  const asOf = report && parseDay(report.asOf);
  if (!report || !asOf) return new Map();
  const clocks = clocksKnownAt(scope.program, asOf, new Date(report.knownAt));
  const standings = await readStandings(await askBy(tx, scope, clocks));
  return new Map(standings.map((standing) => [standing.pairId, standing]));
}
