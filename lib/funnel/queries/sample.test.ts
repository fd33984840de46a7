import { beforeAll, describe, expect, test } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { listPairs } from '@/lib/pair/queries/list';
import { actAs, actIn } from '@/lib/platform/acting';
import { asViewer, type Tx } from '@/lib/platform/database';
import { ownDatabase } from '@/scripts/test/own-database';
import { pointAt } from '../rules/series';
import { listAgeing } from './ageing';
import { listDays } from './days';
import { getFunnel } from './funnel';
import { getSeries } from './series';
import { getTimeInStage } from './time-in-stage';

const _database = ownDatabase('sample');
let manager: ProgramScope;
let startup: ProgramScope;
beforeAll(async () => {
  const enter = async (email: string) =>
    actIn(await asViewer('nobody', (tx) => actAs(tx, email, 'web')), 'boston-2023');
  manager = await enter('manager@sample.example');
  startup = await enter('startup@sample.example');
});

describe('the funnel of the sample', () => {
  test('on 3 May 2023 tells 84.5 billion won under discussion by five startups, and nothing beyond', async () => {
    const funnel = await getFunnel(manager, { asOf: '2023-05-03' });
    expect(funnel).toMatchObject({ asOf: '2023-05-03', knownOn: null, timeZone: 'Asia/Seoul', startups: 15 });
    expect(funnel.stages.map(({ reached }) => reached)).toEqual([570, 331, 248, 184, 41]);
    expect(funnel.amounts[0]).toMatchObject({
      rung: 'discussed',
      totals: [{ currency: 'KRW', minor: '84500000000' }],
      krw: { minor: '84500000000', rateDate: null },
      pairs: 9,
      startups: 5,
    });
    expect(funnel.sums.map(({ sum, pairs }) => [sum, pairs])).toEqual([
      ['discussed', 9],
      ['intended', 0],
      ['signed', 0],
      ['paid', 0],
      ['follow_on', 0],
    ]);
    expect(funnel.sums[0]?.concentration).toHaveLength(5);
  });

  test('goes on to investment and follow-on, and refuses a period that ends before it begins', async () => {
    const { steps, beside, stages } = await getFunnel(manager, { asOf: '2023-11-30' });
    const [invested, followOn] = steps;
    expect(invested?.denominator).toBe(stages.at(-1)?.reached);
    expect(invested?.pairs).toBe((invested?.numerator ?? 0) + beside);
    expect(followOn).toMatchObject({ step: 'follow_on', denominator: invested?.pairs });
    expect(invested?.pairs).toBeGreaterThan(0);
    const backwards = getFunnel(manager, { asOf: '2023-05-03', from: '2023-05-04' });
    await expect(backwards).rejects.toMatchObject({ code: 'invalid' });
  });

  test('puts every pair in one place', async () => {
    for (const asOf of ['2023-04-12', '2023-05-03', '2023-08-01', '2023-11-30']) {
      const { stages, onHold, invested } = await getFunnel(manager, { asOf });
      const open = stages.reduce((sum, { now, lost }) => sum + now + lost, 0);
      expect(open + onHold + invested).toBe(570);
    }
  });

  test('counts today what the live list shows, caches and logs being one', async () => {
    const { stages, amounts } = await getFunnel(manager, {});
    const { items } = await listPairs(manager, { limit: 1000 });
    for (const { stage, now, lost } of stages) {
      const here = items.filter((pair) => pair.stage === stage);
      expect(here.filter(({ status }) => status === 'open')).toHaveLength(now);
      expect(here.filter(({ status }) => status === 'passed' || status === 'withdrawn')).toHaveLength(lost);
    }
    for (const { rung, pairs } of amounts) {
      expect(items.filter((pair) => pair.amounts[0]?.rung === rung)).toHaveLength(pairs);
    }
  });

  test('is narrowed by sector, and the parts of a split make the whole', async () => {
    const asOf = '2023-05-03';
    const sectors = await Promise.all(
      ['bio_health', 'robotics', 'ai', 'other'].map((sector) => getFunnel(manager, { asOf, sector })),
    );
    const reached = sectors.map(({ stages }) => stages[3]?.reached ?? 0);
    expect(reached.reduce((sum, pairs) => sum + pairs, 0)).toBe(184);
    const won = sectors.map(({ sums }) => Number(sums[0]?.krw?.minor));
    expect(won.reduce((sum, minor) => sum + minor, 0)).toBe(84_500_000_000);
    expect(won.filter((minor) => minor > 0)).toHaveLength(3);
  });

  test('asks six statements, one of them a setting, and one more which pairs a filter keeps', async () => {
    const [first] = (await listPairs(manager, { limit: 1 })).items;
    const ofOne = { startup: [first?.startup.id ?? ''] };
    for (const [input, statements] of [
      [{}, 6],
      [ofOne, 7],
      [{ ...ofOne, status: ['open' as const] }, 7],
    ] as const) {
      const asked = { statements: 0 };
      await asViewer(manager, (tx) => getFunnel.within(counted(tx, asked), manager, input));
      expect(asked.statements).toBe(statements);
    }
  });

  test('is not for startups, neither its counts nor its times', async () => {
    await expect(getFunnel(startup, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(getTimeInStage(startup, {})).rejects.toMatchObject({ code: 'forbidden' });
  });
});

/** The same client, counting what is asked of it. */
function counted(tx: Tx, asked: { statements: number }): Tx {
  return new Proxy(tx, {
    get: (target, key) => {
      if (key === '$queryRaw') asked.statements += 1;
      return Reflect.get(target, key);
    },
  });
}

describe('the sample over time', () => {
  test('tells which pairs stand beyond the targets of its stages, and startups nothing of it', async () => {
    const { stages, items, total } = await listAgeing(manager, { asOf: '2023-06-20' });
    expect(stages.map(({ stage, targetDays }) => [stage, targetDays])).toEqual([
      ['video_call', 14],
      ['pre_meeting', 3],
      ['main_session', 7],
      ['follow_up', 90],
    ]);
    expect(total).toBeGreaterThan(0);
    expect(items.every(({ days, targetDays, status }) => status === 'open' && days > targetDays)).toBe(true);
    const one = await listAgeing(manager, { asOf: '2023-06-20', stage: 'main_session', limit: 1 });
    expect(one.total).toBe(stages.find(({ stage }) => stage === 'main_session')?.pairs);
    expect(one.items).toHaveLength(Math.min(1, one.total));
    for (const query of [listAgeing, getSeries, listDays]) {
      await expect(query(startup, {})).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  test('tells over time what it tells on each day: 84.5 billion won under discussion on 3 May', async () => {
    const { points } = await getSeries(manager, { asOf: '2023-11-30' });
    const may = pointAt(points, '2023-05-03');
    expect(may?.sums[0]).toMatchObject({
      sum: 'discussed',
      krw: { minor: '84500000000' },
      pairs: 9,
      startups: 5,
    });
    expect(may?.reached.map(({ pairs }) => pairs)).toEqual([570, 331, 248, 184, 41]);
    const { days } = await listDays(manager, { asOf: '2023-05-03' });
    expect(days).toContain('2023-05-03');
    expect(days.at(-1)).toBe('2023-05-03');
  });
});
