import { expect, test } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { recordStatements } from '@/scripts/bench/record';
import { writeCrowd } from '@/scripts/test/funnel/crowd';
import { scopeIn } from '@/scripts/test/funnel/write';
import { ownDatabase } from '@/scripts/test/own-database';
import { workOf } from '@/scripts/test/plan-work';
import { countPairFacets } from './facet-counts';
import { readMatrix, summarizePairs } from './figures';

const database = ownDatabase();

const DAY = '2023-03-20';

test('7.9 a program four times as large costs four times the work, in the matrix and in the figures of pairs', async () => {
  const crowds = [
    await writeCrowd(database.owner, { startups: 20, investors: 30, reports: 0 }),
    await writeCrowd(database.owner, { startups: 40, investors: 60, reports: 0 }),
  ].map((programId) => scopeIn(programId, 'Asia/Seoul'));
  await database.owner.query('analyze');
  for (const ask of [
    (scope: ProgramScope) => readMatrix(scope, {}),
    (scope: ProgramScope) => readMatrix(scope, { asOf: DAY, sector: 'ai' }),
    (scope: ProgramScope) => summarizePairs(scope, {}),
    (scope: ProgramScope) => summarizePairs(scope, { asOf: DAY }),
    (scope: ProgramScope) => countPairFacets(scope, { sector: ['ai'], nextMeeting: ['none'] }),
    (scope: ProgramScope) => countPairFacets(scope, { asOf: DAY, met: 'video_call' }),
  ]) {
    const work: number[] = [];
    for (const scope of crowds)
      work.push(await workOf(database.appUrl, await recordStatements(() => ask(scope))));
    const [small = 0, large = 0] = work;
    expect(small).toBeGreaterThan(600);
    expect(large / small).toBeLessThan(6);
  }
});
