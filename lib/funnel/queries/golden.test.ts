import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createTranslator } from 'use-intl/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatDay, formatNumber } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import type { Locale } from '@/lib/core/locale';
import type { ProgramScope } from '@/lib/core/scope';
import { actAs, actIn } from '@/lib/platform/acting';
import { CATALOGUE } from '@/lib/platform/catalogue';
import { asViewer } from '@/lib/platform/database';
import { readLog } from '@/scripts/test/funnel/read';
import { recount } from '@/scripts/test/funnel/recount';
import { ownDatabase } from '@/scripts/test/own-database';
import { figureLabel } from '../rules/label';
import type { Funnel } from '../schema/figures';
import { getFunnel } from './funnel';

const SLUG = 'boston-2023';
const ZONE = 'Asia/Seoul';
const DATES = ['2023-04-12', '2023-04-28', '2023-05-03', '2023-06-28', '2023-08-01', '2023-11-30'];

const database = ownDatabase('sample');
let manager: ProgramScope;
beforeAll(async () => {
  manager = actIn(await asViewer('nobody', (tx) => actAs(tx, 'manager@sample.example', 'web')), SLUG);
});

describe('the sample at six dates', () => {
  test('equals a recount by hand of its rows', async () => {
    const log = await readLog(database.owner, SLUG);
    for (const asOf of DATES) {
      const { stages, conversions, steps, beside, sums } = await getFunnel(manager, { asOf });
      const own = recount(log, ZONE, asOf);
      expect({ asOf, stages, conversions, steps, beside }).toEqual({
        ...{ asOf, stages: own.stages, conversions: own.conversions, steps: own.steps, beside: own.beside },
      });
      expect(
        sums.map(({ sum, totals, krw, pairs, startups }) => ({ sum, totals, krw, pairs, startups })),
      ).toEqual(
        own.sums.map(({ sum, totals, krw, pairs, startups }) => ({ sum, totals, krw, pairs, startups })),
      );
    }
  });

  test.for<Locale>(['ko', 'en'])('is written in %s as the golden file has it', async (locale) => {
    const told: string[] = [];
    for (const asOf of DATES) told.push(...written(await getFunnel(manager, { asOf }), locale));
    const golden = readFileSync(path.join(import.meta.dirname, `golden.${locale}.txt`), 'utf8');
    expect(told.join('\n')).toBe(golden);
  });
});

/** What a reader is told of one date, line by line, by the words and formats of the screens. */
function written(funnel: Funnel, locale: Locale): string[] {
  const say = createTranslator({ locale, messages: CATALOGUE[locale], namespace: 'funnel' });
  const stageName = createTranslator({ locale, messages: CATALOGUE[locale], namespace: 'pair.stage' });
  const day = parseDay(funnel.asOf);
  if (!day) throw new Error(`no day: ${funnel.asOf}`);
  const stages = funnel.stages.map(({ stage, reached }) => `${stageName(stage)} ${formatNumber(reached)}`);
  const sums = funnel.sums.flatMap((figures) => {
    const label = figureLabel(figures, funnel, locale);
    if (figures.pairs === 0 || !label) return [];
    const text = say.markup('label', {
      ...{ amount: label.amount, asOf: label.asOf, knownOn: label.knownOn ?? 'none' },
      ...{
        status: say(`status.${label.sum}`),
        rates: label.rates.join(', ') || 'none',
        b: (chunks) => chunks,
      },
    });
    return [`- ${text}: ${formatNumber(figures.pairs)} / ${formatNumber(figures.startups)}`];
  });
  return [`${formatDay(day, locale)}: ${stages.join(', ')}`, ...sums, ''];
}
