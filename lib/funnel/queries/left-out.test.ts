import { beforeAll, describe, expect, test } from 'vitest';
import { addAmount } from '@/lib/amount/commands/add';
import type { Sum } from '@/lib/amount/rules';
import { parseDay } from '@/lib/core/days';
import type { Result } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { changeStatus } from '@/lib/pair/commands/status';
import { readMatrix, summarizePairs } from '@/lib/pair/queries/figures';
import { findPairItem } from '@/lib/pair/queries/item';
import { listPairs } from '@/lib/pair/queries/list';
import { getStartup } from '@/lib/party/queries/parties';
import { asViewer } from '@/lib/platform/database';
import { clocksOf } from '@/lib/program/rules';
import { getReportChanges } from '@/lib/report/queries/changes';
import { exportFunnel } from '@/lib/transfer/queries/books';
import { withClient } from '@/scripts/database/connection';
import { readLog } from '@/scripts/test/funnel/read';
import { recount } from '@/scripts/test/funnel/recount';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { pointAt } from '../rules/series';
import { getClaims } from './claims';
import { getComparedFunnels, getFunnel } from './funnel';
import { countAndKeep, findKept } from './kept';
import { listFigureRows } from './rows';
import { getSeries } from './series';
import { splitFunnel } from './split';

const database = ownDatabase();
let world: SmallProgram;
let officer: ProgramScope;
beforeAll(async () => {
  world = await smallProgram(database.ownerUrl);
  officer = world.as('officer');
  await tellTheStory();
});

const EOK = 100_000_000;
const FROM_NOON = (day: string) => new Date(`${day}T12:00:00+09:00`);

function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

const pair = (startup: string, investor: string) => world.pairOf(startup, investor);

async function turn(pairId: string, status: string, happened: string, toldOn: string) {
  const now = FROM_NOON(toldOn);
  const { version } = await asViewer(officer, (tx) => findPairItem(tx, officer, pairId, now));
  const effectiveAt = FROM_NOON(happened).toISOString();
  const reason = status === 'open' ? {} : { reasonCode: 'timing' };
  accepted(await changeStatus(officer, { pairId, version, status, effectiveAt, ...reason }, { now }));
}

async function log(pairId: string, rung: string, eok: number, more: object = {}) {
  const entry = { pairId, rung, minor: eok * EOK, currency: 'KRW', effectiveOn: '2023-05-01', ...more };
  accepted(await addAmount(officer, entry, { now: FROM_NOON('2023-05-01') }));
}

/**
 * On 1 May 30 and 15 are discussed and 10 are signed. On the 2nd the pairs of 30 and 10 are closed; of the 30 that is
 * learned on the 10th. On the 20th it is opened again.
 */
async function tellTheStory() {
  await log(pair(world.stepOne, world.firm7), 'discussed', 30, { source: 'startup' });
  await log(pair(world.stepOne, world.harbor), 'discussed', 15);
  await log(pair(world.rival, world.firm7), 'signed', 10, { evidence: '계약서' });
  await turn(pair(world.rival, world.firm7), 'withdrawn', '2023-05-02', '2023-05-02');
  await turn(pair(world.stepOne, world.firm7), 'passed', '2023-05-02', '2023-05-10');
  await turn(pair(world.stepOne, world.firm7), 'open', '2023-05-20', '2023-05-20');
}

const won = (eok: number) => (eok === 0 ? [] : [{ currency: 'KRW', minor: `${eok * EOK}` }]);
type Told = { sum: Sum; pairs: number; totals: object[]; leftOut?: { pairs: number; totals: object[] } };
const talkOf = ({ sums }: { sums: readonly Told[] }) => {
  const { pairs, totals, leftOut } = sums.find(({ sum }) => sum === 'discussed') as Told;
  return { pairs, totals, leftOut };
};
const BOTH = { pairs: 2, totals: won(45), leftOut: { pairs: 0, totals: [] } };
const ONE_OUT = { pairs: 1, totals: won(15), leftOut: { pairs: 1, totals: won(30) } };

/** What each reading of the funnel says of the sum under discussion on a day. */
const READINGS: Record<string, (asOf: string, knownOn?: string) => Promise<ReturnType<typeof talkOf>>> = {
  funnel: async (asOf, knownOn) => talkOf(await getFunnel(officer, { asOf, knownOn })),
  series: async (asOf, knownOn) => {
    const { points } = await getSeries(officer, { asOf: '2023-06-01', knownOn });
    return talkOf(pointAt(points, asOf) ?? { sums: [] });
  },
  split: async (asOf, knownOn) => {
    const { parts } = await splitFunnel(officer, { asOf, knownOn, by: 'startup' });
    return talkOf(parts.find(({ key }) => key === world.stepOne) ?? { sums: [] });
  },
  'the first of two dates': async (asOf, knownOn) =>
    talkOf((await getComparedFunnels(officer, { asOf, knownOn, with: '2023-05-01' })).first),
  'a kept funnel': (asOf, knownOn) =>
    asViewer(officer, async (tx) => {
      const clocks = clocksOf(
        officer.program,
        new Date(),
        parseDay(asOf),
        knownOn ? parseDay(knownOn) : null,
      );
      const kept = await findKept(tx, [{ programId: world.programId, clocks }]);
      return talkOf(kept.get(world.programId) ?? (await countAndKeep(tx, officer, clocks)));
    }),
  'a recount by hand': (asOf, knownOn) =>
    withClient(database.ownerUrl, async (client) => {
      const rows = await readLog(client, officer.program.slug);
      return talkOf(recount(rows, 'Asia/Seoul', asOf, knownOn) as unknown as { sums: Told[] });
    }),
};

describe('talk ends with the pair', () => {
  test.each(Object.keys(READINGS))(
    '7.38 in %s, by both clocks, until the pair is opened again',
    async (reading) => {
      const read = READINGS[reading] as (typeof READINGS)[string];
      expect(await read('2023-05-01')).toEqual(BOTH);
      expect(await read('2023-05-03')).toEqual(ONE_OUT);
      // On the 3rd nobody knew of it yet.
      expect(await read('2023-05-03', '2023-05-03')).toEqual(BOTH);
      expect(await read('2023-05-19')).toEqual(ONE_OUT);
      expect(await read('2023-05-20')).toEqual(BOTH);
    },
  );

  test('7.38 what was signed stays in its sum, and says that its pair is closed', async () => {
    const { sums, amounts } = await getFunnel(officer, { asOf: '2023-05-03' });
    expect(sums.find(({ sum }) => sum === 'signed')).toMatchObject({
      ...{ pairs: 1, closed: 1, totals: won(10), leftOut: { pairs: 0, totals: [] } },
    });
    expect(amounts.find(({ rung }) => rung === 'discussed')).toMatchObject({
      ...{ pairs: 1, totals: won(15), leftOut: { pairs: 1, totals: won(30) } },
    });
  });

  test('7.38 both numbers open exactly their rows, and a claim of what is left out is no claim of the sum', async () => {
    const asOf = '2023-05-03';
    const rows = async (figure: string) => (await listFigureRows(officer, { figure, asOf })).rows;
    expect((await rows('sum:discussed')).map((row) => row.pair)).toEqual([pair(world.stepOne, world.harbor)]);
    expect(await rows('left_out:discussed')).toMatchObject([
      { pair: pair(world.stepOne, world.firm7), status: 'passed', amount: { minor: 30 * EOK } },
    ]);
    const { sums } = await getClaims(officer, { asOf });
    const said = sums.find(({ sum }) => sum === 'discussed')?.claims ?? [];
    expect(said.find((claim) => claim.said === 'startup')).toMatchObject({ pairs: 0, totals: [] });
  });

  test.each(['officer', 'manager', 'startup'] as const)(
    '7.38 in the headline that the %s reads, live and of a day',
    async (who) => {
      const scope = world.as(who);
      const discussed = async (asked: object) => {
        const { sums, leftOut } = await summarizePairs(scope, asked);
        const of = (list: typeof sums) =>
          list.filter(({ rung }) => rung === 'discussed').map((s) => Number(s.minor));
        return { sums: of(sums), leftOut: of(leftOut) };
      };
      expect(await discussed({ asOf: '2023-05-03' })).toEqual({ sums: [15 * EOK], leftOut: [30 * EOK] });
      expect(await discussed({})).toEqual({ sums: [45 * EOK], leftOut: [] });
      const { items } = await listPairs(scope, { asOf: '2023-05-03', rung: ['discussed'], status: 'passed' });
      expect(items.map(({ id }) => id)).toEqual([pair(world.stepOne, world.firm7)]);
    },
  );

  test('7.38 beside the parties, in the matrix and in what is exported', async () => {
    const asOf = '2023-05-03';
    const { figures } = await getStartup(officer, { startupId: world.stepOne, asOf });
    expect(figures?.amounts).toMatchObject([{ rung: 'discussed', minor: `${15 * EOK}`, pairs: 1 }]);
    expect(figures?.leftOut).toMatchObject([{ rung: 'discussed', minor: `${30 * EOK}`, pairs: 1 }]);
    const { sums } = await readMatrix(officer, { asOf });
    expect(sums.filter(({ id }) => id === world.firm7).map(({ rung, minor }) => [rung, minor])).toEqual([
      ['signed', `${10 * EOK}`],
    ]);
    const { tables } = await exportFunnel(officer, { asOf });
    const left = tables.find(({ title }) => title === '합계에서 제외한 금액');
    expect(left?.rows).toHaveLength(1);
    expect(left?.rows[0]?.[1]).toMatchObject({ number: '1' });
  });

  test('7.38 a report frozen under the older rule stays, and its recount names what differs and why', async () => {
    const frozen = await getFunnel(officer, { asOf: '2023-05-03' });
    const sums = frozen.sums.map(({ leftOut: _, ...one }) =>
      one.sum === 'discussed'
        ? { ...one, pairs: 2, totals: won(45), krw: { minor: `${45 * EOK}`, rateDate: null } }
        : one,
    );
    const amounts = frozen.amounts.map(({ leftOut: _, ...one }) => one);
    const figures = {
      ...{ format: 1, program: { name: '', nameEn: '' }, sum: 'discussed', previous: null, advanced: [] },
      ...{ funnel: { ...frozen, sums, amounts }, met: { startups: 1, investors: 1 } },
      parties: { startups: [], investors: [] },
    };
    await withClient(database.ownerUrl, (client) =>
      client.query(
        `insert into report (program_id, id, number, as_of, known_at, figures, sentence_ko, sentence_en, published_at, means)
         values ($1, gen_random_uuid(), 1, '2023-05-03', '2023-05-15T00:00:00Z', $2, '문장', 'Sentence', now(), 'web')`,
        [world.programId, JSON.stringify(figures)],
      ),
    );
    const { recount: again, isOlderRule } = await getReportChanges(officer, { number: 1 });
    expect(isOlderRule).toBe(true);
    const found = (figure: string) => again.differences.find((each) => each.figure === figure);
    expect(found('sum:discussed')).toMatchObject({ before: { pairs: 2 }, now: { pairs: 1 } });
    expect(found('left_out:discussed')).toMatchObject({ before: { pairs: 0 }, now: { pairs: 1 } });
  });
});
