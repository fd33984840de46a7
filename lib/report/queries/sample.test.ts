import { beforeAll, describe, expect, test } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { actAs, actIn } from '@/lib/platform/acting';
import { asViewer } from '@/lib/platform/database';
import { listWaves } from '@/lib/wave/queries/list';
import { ownDatabase } from '@/scripts/test/own-database';
import { changeOf, movers } from '../rules/movers';
import { getReportChanges } from './changes';
import { getReport } from './get';
import { listReports } from './list';

const _database = ownDatabase('sample');
let manager: ProgramScope;
beforeAll(async () => {
  const viewer = await asViewer('nobody', (tx) => actAs(tx, 'manager@sample.example', 'web'));
  manager = actIn(viewer, 'boston-2023');
});

describe('what the sample published', () => {
  test('on 3 May is the figure of the story, with its status and its date', async () => {
    const { sentenceKo, sentenceEn, knownAt, figures } = await getReport(manager, { number: 1 });
    for (const word of ['845억 원', '논의', '2023. 5. 3.', '15개사', '투자사 38개사', '5개사']) {
      expect(sentenceKo).toContain(word);
    }
    expect(sentenceKo).toBe(
      '스타트업 15개사가 투자사 38개사와 상담을 진행해, 2023. 5. 3. 기준 845억 원 규모(5개사)의 투자유치 논의가 진행되고 있다.',
    );
    expect(sentenceEn).toContain('KRW 84.5 billion');
    expect(knownAt).toBe('2023-05-03T08:00:00.000Z');
    expect(figures.funnel.stages[0]?.reached).toBe(570);
    expect(figures.parties.startups).toHaveLength(15);
  });

  test('is told newest first, each about another sum', async () => {
    const { items } = await listReports(manager, {});
    expect(items.map(({ number, asOf, sum }) => [number, asOf, sum])).toEqual([
      [3, '2023-11-30', 'paid'],
      [2, '2023-08-01', 'intended'],
      [1, '2023-05-03', 'discussed'],
    ]);
  });

  test('is counted again by its own clocks and gives the same; what came after has its entries', async () => {
    for (const number of [1, 2, 3]) {
      const { recount, differences, rows, rates } = await getReportChanges(manager, { number });
      expect(recount).toEqual({ differences: [], parties: { left: [], returned: [] } });
      const explained = new Set([...rows, ...rates].flatMap(({ figures }) => figures));
      expect(differences.filter(({ figure }) => !explained.has(figure))).toEqual([]);
    }
    // Three pairs were told no at 17:20 on the day itself.
    const { rows } = await getReportChanges(manager, { number: 1 });
    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect(rows.every(({ recordedAt }) => recordedAt >= '2023-05-03T08:00:00.000Z')).toBe(true);
  });

  test('names the startups whose part of a sum changed most, by what their own parts say', async () => {
    const [before, now] = [await getReport(manager, { number: 1 }), await getReport(manager, { number: 2 })];
    const part = (report: typeof now, id: string) =>
      BigInt(
        report.figures.funnel.sums
          .find(({ sum }) => sum === 'discussed')
          ?.concentration.find(({ startup }) => startup.id === id)?.minor ?? 0,
      );
    const moved = movers(before.figures, now.figures, 'discussed', 'ko');
    expect(moved.length).toBeGreaterThan(0);
    const all = now.figures.parties.startups.map(({ id }) => part(now, id) - part(before, id));
    const largest = all.map((won) => (won < 0n ? -won : won)).sort((a, b) => (a < b ? 1 : -1))[0];
    expect([changeOf(moved[0] as never), -changeOf(moved[0] as never)]).toContain(largest);
  });
});

describe('the waves of the sample', () => {
  test('are answered by most, and 12 months on is still to ask', async () => {
    const { waves, mainDay } = await listWaves(manager, { asOf: '2024-05-01' });
    expect(mainDay).toBe('2023-04-28');
    expect(waves.map(({ dueOn }) => dueOn)).toEqual(['2023-06-28', '2023-10-28', '2024-04-28']);
    for (const wave of waves) {
      expect(wave.answered + wave.toAsk).toBe(wave.due);
      expect(Object.values(wave.byState).reduce((sum, pairs) => sum + pairs, 0)).toBe(wave.answered);
    }
    const [two, six, twelve] = waves;
    expect((two?.answered ?? 0) / (two?.due ?? 1)).toBeGreaterThan(0.7);
    expect(two?.toAsk).toBeGreaterThan(0);
    expect(six?.toAsk).toBeGreaterThan(two?.toAsk ?? 0);
    expect(twelve?.answered).toBe(0);
    // Three pairs of the story were paid: in September, on 16 October and on 2 November.
    expect(waves.map(({ paid }) => paid.numerator)).toEqual([0, 2, 3]);
  });
});
