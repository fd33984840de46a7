import { expect, test } from 'vitest';
import { listPairs } from '@/lib/pair/queries/list';
import { compareTimetables } from '@/lib/timetable/queries/compare';
import { getLegalTargets } from '@/lib/timetable/queries/targets';
import { recordStatements } from '@/scripts/bench/record';
import { textOf } from '@/scripts/test/exported';
import { writeCrowd } from '@/scripts/test/funnel/crowd';
import { scopeIn } from '@/scripts/test/funnel/write';
import { ownDatabase } from '@/scripts/test/own-database';
import { exportPairs } from '../commands/pair-lists';
import { exportFunnel, exportRows } from './books';

const database = ownDatabase();

test('7.8 an export of more pairs than a page holds reads them all in one statement, in the order of the list', async () => {
  const id = await writeCrowd(database.owner, { startups: 30, investors: 40, reports: 0 });
  const scope = scopeIn(id, 'Asia/Seoul');
  const on = { asOf: '2023-03-20', sort: '-amount' } as const;
  let rows: string[] = [];
  const statements = await recordStatements(async () => {
    const csv = await textOf(await exportPairs(scope, { ...on, format: 'csv', lang: 'en' }));
    rows = csv.trimEnd().split('\r\n');
  });
  expect(statements.filter(({ text }) => /from pair p/.test(text))).toHaveLength(1);
  const first = await listPairs(scope, { ...on, limit: 1000 });
  const second = await listPairs(scope, { ...on, limit: 1000, cursor: first.nextCursor ?? '' });
  const head = rows.findIndex((row) => row.endsWith(',Pair id'));
  expect(rows.slice(head + 1).map((row) => row.split(',').at(-1))).toEqual(
    [...first.items, ...second.items].map((pair) => pair.id),
  );
  expect(rows.length - head - 1).toBe(1200);
});

test('7.8 books, comparisons and legal targets are made when the transaction is closed: none runs inside another one', () => {
  for (const question of [exportFunnel, exportRows, compareTimetables, getLegalTargets]) {
    expect(question.kind).toBe('query');
    expect(question).not.toHaveProperty('within');
  }
});
