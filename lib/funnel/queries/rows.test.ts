import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidInput } from '@/lib/platform/query';
import { history, someDay, twoClocks } from '@/scripts/test/funnel/history';
import { logOf } from '@/scripts/test/funnel/log';
import { recountRows } from '@/scripts/test/funnel/recount-rows';
import { scopeIn, writeProgram } from '@/scripts/test/funnel/write';
import { ownDatabase } from '@/scripts/test/own-database';
import { type FigureName, needsPeriod, readFigure, writeFigure } from '../rules/figure';
import { totalsOfRows } from '../rules/rows';
import type { Funnel } from '../schema/figures';
import { getClaims } from './claims';
import { getFunnel } from './funnel';
import { listFigureRows } from './rows';
import { getTimeInStage } from './time-in-stage';

const database = ownDatabase();

const STAGES = ['candidate', 'video_call', 'pre_meeting', 'main_session', 'follow_up'];
const NAMES = [
  ...STAGES.flatMap((stage) =>
    ['reached', 'now', 'on_hold', 'invested', 'entered', 'newly_lost', 'staying', 'lost'].map(
      (kind) => `${kind}:${stage}`,
    ),
  ),
  ...STAGES.slice(1).flatMap((stage) => [`met:${stage}`, `first_met:${stage}`]),
  ...['lost:follow_up:passed', 'lost:video_call:withdrawn:timing', 'lost:pre_meeting:passed:own_words'],
  ...['step:invested', 'step:follow_on', 'new_step:invested', 'new_step:follow_on'],
  ...['discussed', 'intended', 'signed', 'paid', 'follow_on'].map((sum) => `sum:${sum}`),
  ...['discussed', 'intended', 'signed'].map((sum) => `left_out:${sum}`),
  ...['interest', 'discussed', 'loi', 'committee', 'paid', 'follow_on'].map((rung) => `rung:${rung}`),
];
const FIGURES = NAMES.map((name) => readFigure(name) as FigureName);

/** What the funnel says of a figure, where it has that number. */
function countOf(funnel: Funnel, staying: ReadonlyMap<string, number>, figure: FigureName): number | null {
  if (needsPeriod(figure) || figure.kind === 'said') return null;
  if (figure.kind === 'step') return funnel.steps.find(({ step }) => step === figure.step)?.pairs ?? 0;
  if (figure.kind === 'sum') return funnel.sums.find(({ sum }) => sum === figure.sum)?.pairs ?? 0;
  if (figure.kind === 'left_out')
    return funnel.sums.find(({ sum }) => sum === figure.sum)?.leftOut?.pairs ?? 0;
  if (figure.kind === 'rung') return funnel.amounts.find(({ rung }) => rung === figure.rung)?.pairs ?? 0;
  if (figure.kind === 'staying') return staying.get(figure.stage) ?? 0;
  if (figure.kind === 'ageing') return null;
  const stage = funnel.stages.find((each) => each.stage === figure.stage);
  if (figure.kind === 'lost' && figure.status) {
    const { status, reason } = figure;
    return funnel.lostBy
      .filter((loss) => loss.stage === figure.stage && loss.status === status)
      .filter(({ reasonCode }) => !reason || (reasonCode ?? 'own_words') === reason)
      .reduce((sum, { count }) => sum + count, 0);
  }
  return stage?.[figure.kind === 'on_hold' ? 'onHold' : figure.kind] ?? 0;
}

/** One total a currency, where the figure is one of money. */
function moneyOf(funnel: Funnel, figure: FigureName) {
  if (figure.kind === 'rung') return funnel.amounts.find(({ rung }) => rung === figure.rung)?.totals ?? [];
  if (figure.kind !== 'sum' && figure.kind !== 'left_out') return null;
  const sum = funnel.sums.find((each) => each.sum === figure.sum);
  return (figure.kind === 'sum' ? sum?.totals : sum?.leftOut?.totals) ?? [];
}

describe('the rows of a figure', () => {
  test('are the pairs found by hand, each with the entry that decides, on any day, as known on any day', async () => {
    await fc.assert(
      fc.asyncProperty(history, twoClocks, someDay, async (story, { asOf, knownOn }, from) => {
        const log = logOf(story);
        const scope = scopeIn(await writeProgram(database.owner, story.zone, log), story.zone);
        for (const figure of FIGURES) {
          const asked = { figure: writeFigure(figure), asOf, knownOn };
          const period = needsPeriod(figure) ? { from } : {};
          const { rows } = await listFigureRows(scope, { ...asked, ...period });
          const found = rows.map(({ pair, entry, amount }) => ({
            ...{ pair, entry },
            minor: amount && BigInt(amount.minor),
            currency: amount?.currency ?? null,
          }));
          const byPair = (a: { pair: string }, b: { pair: string }) => a.pair.localeCompare(b.pair);
          const expected = recountRows(log, figure, { zone: story.zone, asOf, knownOn, from });
          expect({ asked, rows: found.sort(byPair) }).toEqual({ asked, rows: expected.sort(byPair) });
        }
      }),
      { numRuns: 12 },
    );
  });

  test('are as many as the figure says, and their money adds up to its totals', async () => {
    await fc.assert(
      fc.asyncProperty(history, twoClocks, async (story, clocks) => {
        const scope = scopeIn(await writeProgram(database.owner, story.zone, logOf(story)), story.zone);
        const funnel = await getFunnel(scope, clocks);
        const { stages } = await getTimeInStage(scope, clocks);
        const staying = new Map(stages.map(({ stage, open }) => [stage as string, open]));
        for (const figure of FIGURES.filter((each) => !needsPeriod(each))) {
          const name = writeFigure(figure);
          const { rows } = await listFigureRows(scope, { figure: name, ...clocks });
          expect({ name, rows: rows.length }).toEqual({ name, rows: countOf(funnel, staying, figure) });
          const said = moneyOf(funnel, figure);
          if (!said) continue;
          const totals = totalsOfRows(rows).map(({ minor, currency }) => ({ currency, minor: `${minor}` }));
          expect(totals).toEqual(said.map((t) => ({ ...t, minor: `${t.minor}` })));
        }
      }),
      { numRuns: 10 },
    );
  });

  test('are those that a source stands behind, as many as the claims say', async () => {
    await fc.assert(
      fc.asyncProperty(history, twoClocks, async (story, clocks) => {
        const scope = scopeIn(await writeProgram(database.owner, story.zone, logOf(story)), story.zone);
        for (const { sum, claims } of (await getClaims(scope, clocks)).sums) {
          for (const { said, pairs, totals } of claims) {
            const { rows } = await listFigureRows(scope, { figure: `said:${sum}:${said}`, ...clocks });
            const told = totalsOfRows(rows).map(({ minor, currency }) => ({ currency, minor: `${minor}` }));
            expect({ sum, said, rows: rows.length, told }).toEqual({
              ...{ sum, said, rows: pairs },
              told: totals.map((t) => ({ ...t, minor: `${t.minor}` })),
            });
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  test('are refused for a name that is no figure, and for a period without its beginning', async () => {
    const scope = scopeIn(crypto.randomUUID(), 'Asia/Seoul');
    const refusals = async (input: Parameters<typeof listFigureRows>[1]) => {
      const refused = await listFigureRows(scope, input).catch((error: unknown) => error);
      return refused instanceof InvalidInput ? refused.refusals : refused;
    };
    expect(await refusals({ figure: 'everything' })).toMatchObject([
      { reason: 'not_a_figure', field: ['figure'] },
    ]);
    expect(await refusals({ figure: 'entered:video_call' })).toMatchObject([
      { reason: 'required', field: ['from'] },
    ]);
    await expect(
      listFigureRows(scopeIn(crypto.randomUUID(), 'Asia/Seoul', 'startup'), { figure: 'sum:paid' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});
