import { expect, test } from 'vitest';
import { addAmount } from '@/lib/amount/commands/add';
import type { Day } from '@/lib/core/days';
import type { ProgramScope, Viewer } from '@/lib/core/scope';
import { getFunnels } from '@/lib/funnel/queries/across';
import { getClaims } from '@/lib/funnel/queries/claims';
import { getComparedFunnels, getFunnel } from '@/lib/funnel/queries/funnel';
import { listFigureRows } from '@/lib/funnel/queries/rows';
import { getSeries } from '@/lib/funnel/queries/series';
import { splitFunnel } from '@/lib/funnel/queries/split';
import { moneyChart, WIDE } from '@/lib/funnel/rules/chart/money';
import { readMatrix, summarizePairs } from '@/lib/pair/queries/figures';
import { listPairs } from '@/lib/pair/queries/list';
import { addInvestor } from '@/lib/party/commands/parties';
import { listStartups } from '@/lib/party/queries/parties';
import { listQuality } from '@/lib/quality/queries';
import { draftReport } from '@/lib/report/queries/get';
import { textOf } from '@/scripts/test/exported';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { exportPairs } from '../commands/pair-lists';
import { exportFunnel, exportRows } from './books';

const database = ownDatabase();

const LARGEST = 1_000_000_000_000_000;
const DAY = '2023-05-03';
const names = { discussed: '', intended: '', signed: '', paid: '', follow_on: '' };

/** Twelve investors, and of every pair the most that one entry may hold. */
async function withLargestAmounts(): Promise<{ office: ProgramScope; pairs: number }> {
  const world = await smallProgram(database.ownerUrl);
  const office = world.as('officer');
  for (let n = 1; n <= 10; n += 1) await addInvestor(office, { name: `Fund ${n}` });
  const { items } = await listPairs(office, {});
  for (const { id } of items) {
    const amount = { pairId: id, rung: 'discussed', minor: LARGEST, currency: 'KRW', effectiveOn: DAY };
    expect(await addAmount(office, { ...amount, confirmed: true })).toMatchObject({ ok: true });
  }
  return { office, pairs: items.length };
}

test('7.11 the largest amounts of 24 pairs add up to the exact digits in every view that sums them', async () => {
  const { office, pairs } = await withLargestAmounts();
  expect(pairs).toBe(24);
  const all = '24000000000000000';
  const half = '12000000000000000';
  const discussed = { sum: 'discussed', krw: { minor: all }, totals: [{ currency: 'KRW', minor: all }] };

  expect((await summarizePairs(office, {})).sums).toMatchObject([{ rung: 'discussed', minor: all }]);
  const { startups, sums } = await readMatrix(office, {});
  const rows = sums.filter(({ id }) => startups.some((startup) => startup.id === id));
  expect(rows.map(({ minor }) => minor)).toEqual([half, half]);
  expect((await getFunnel(office, {})).sums[0]).toMatchObject(discussed);
  expect((await splitFunnel(office, { by: 'startup' })).parts[0]?.sums[0]).toMatchObject({
    totals: [{ minor: half }],
  });
  const { points } = await getSeries(office, {});
  expect(points.at(-1)?.sums[0]).toMatchObject(discussed);
  const drawing = moneyChart(
    { points, start: '2023-05-01' as Day, end: '2023-05-04' as Day, names, locale: 'ko' },
    WIDE,
  );
  expect(drawing.shapes.length).toBeGreaterThan(0);
  expect((await getComparedFunnels(office, { with: DAY })).difference.sums[0]).toMatchObject({
    totals: [{ first: all, second: all, difference: '0' }],
  });
  expect((await getClaims(office, {})).sums[0]?.claims).toContainEqual(
    expect.objectContaining({ said: 'officer', totals: [{ currency: 'KRW', minor: all }] }),
  );
  const { items } = await listStartups(office, {});
  expect(items.map(({ figures }) => figures?.amounts[0]?.minor)).toEqual([half, half]);
  expect((await listQuality(office, {})).checks.length).toBeGreaterThan(0);
  expect((await getFunnels({ ...office.viewer, isAdmin: true } as Viewer, {})).totals.sums[0]).toMatchObject(
    discussed,
  );
});

test('7.11 the largest amounts can be listed, exported, published and told of a pair', async () => {
  const { office } = await withLargestAmounts();
  const row = await listFigureRows(office, { figure: 'sum:discussed' });
  expect(row.rows).toHaveLength(24);
  for (const book of [
    await exportFunnel(office, {}),
    await exportRows(office, { figure: 'sum:discussed' }),
  ]) {
    expect(JSON.stringify(book.tables)).toMatch(/"number":"(1|24)0{15}"/);
  }
  const lines = (await textOf(await exportPairs(office, { format: 'csv' }))).split('\r\n');
  expect(lines.filter((line) => line.includes(',KRW,1000000000000000,1000000000000000,'))).toHaveLength(24);
  const draft = await draftReport(office, { asOf: DAY, sum: 'discussed' });
  expect(draft.figures.funnel.sums[0]).toMatchObject({ krw: { minor: '24000000000000000' } });
});
