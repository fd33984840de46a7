import { beforeAll, expect, test } from 'vitest';
import { readCsv } from '@/lib/core/csv';
import type { ProgramScope } from '@/lib/core/scope';
import { getFunnel } from '@/lib/funnel/queries/funnel';
import { listFigureRows } from '@/lib/funnel/queries/rows';
import { totalsOfRows } from '@/lib/funnel/rules/rows';
import { summarizePairs } from '@/lib/pair/queries/figures';
import { actAs, actIn } from '@/lib/platform/acting';
import { asViewer } from '@/lib/platform/database';
import { textOf } from '@/scripts/test/exported';
import { ownDatabase } from '@/scripts/test/own-database';
import { exportPairs } from '../commands/pair-lists';
import { exportFunnel } from './books';

const _database = ownDatabase('sample');
let officer: ProgramScope;
beforeAll(async () => {
  officer = await actIn(
    await asViewer('nobody', (tx) => actAs(tx, 'officer@sample.example', 'web')),
    'boston-2023',
  );
});

type Filter = Parameters<typeof summarizePairs>[1];
const FILTERS: readonly Filter[] = [
  {},
  { status: ['open', 'on_hold'] },
  { interest: ['4', '5'] },
  { amount: 'KRW:5000000000-' },
  { nextMeeting: ['none'], stage: ['follow_up', 'main_session'] },
  { sector: ['robotics', 'ai'], reached: 'main_session' },
  { owner: ['none'] },
  { q: '로보' },
];
const DAYS: readonly Partial<Filter>[] = [
  {},
  { asOf: '2023-05-03' },
  { asOf: '2023-08-01' },
  { asOf: '2023-05-03', knownOn: '2023-05-03' },
];

/** Under discussion, by currency, as each place tells it. */
const CASES = FILTERS.flatMap((filter) => DAYS.map((day) => ({ ...filter, ...day })));

test.each(CASES)('9.F1 Pairs, Funnel, its rows and both exports tell one sum under %j', async (asked) => {
  const summary = await summarizePairs(officer, asked);
  const sums = (lines: readonly { currency: string; minor: unknown }[]) =>
    lines.map(({ currency, minor }) => `${currency} ${minor}`).sort();
  const pairs = summary.sums.filter(({ rung }) => rung === 'discussed');
  const funnel = await getFunnel(officer, asked);
  const discussed = funnel.sums.find(({ sum }) => sum === 'discussed');
  expect(sums(discussed?.totals ?? [])).toEqual(sums(pairs));
  expect(discussed?.pairs).toBe(pairs.reduce((sum, each) => sum + each.pairs, 0));
  const { rows } = await listFigureRows(officer, { ...asked, figure: 'sum:discussed' });
  expect(sums(totalsOfRows(rows))).toEqual(sums(pairs));
  const file = { format: 'csv', lang: 'en' } as const;
  const list = await textOf(await exportPairs(officer, { ...asked, rung: ['discussed'], ...file }));
  expect(list).toContain('Amount level: Under discussion');
  const lines = readCsv(await textOf(await exportPairs(officer, { ...asked, ...file })));
  const head = lines.findIndex(({ cells }) => cells.at(-1) === 'Pair id');
  expect(lines.length - head - 1).toBe(summary.pairs);
  const book = await exportFunnel(officer, { ...asked, lang: 'en' });
  const text = JSON.stringify(book.tables);
  for (const { minor, currency } of pairs) {
    const exact = currency === 'KRW' ? minor : `${minor.slice(0, -2)}.${minor.slice(-2)}`;
    expect(text).toContain(`"number":"${exact}"`);
  }
});
