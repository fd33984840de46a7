import { beforeAll, describe, expect, test } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { getFunnel } from '@/lib/funnel/queries/funnel';
import { listFigureRows } from '@/lib/funnel/queries/rows';
import { actAs, actIn } from '@/lib/platform/acting';
import { asViewer } from '@/lib/platform/database';
import { csvOf, sheetsOf } from '@/scripts/test/exported';
import { ownDatabase } from '@/scripts/test/own-database';
import type { Book } from '../schema';
import { exportFunnel, exportRows } from './books';

const _database = ownDatabase('sample');
let manager: ProgramScope;
let startup: ProgramScope;
beforeAll(async () => {
  const enter = async (email: string) =>
    actIn(await asViewer('nobody', (tx) => actAs(tx, email, 'web')), 'boston-2023');
  manager = await enter('manager@sample.example');
  startup = await enter('startup@sample.example');
});

const asOf = '2023-05-03';
const labelOf = (book: Book) => Object.fromEntries(book.label.map(({ term, value }) => [term, value]));
/** Values of one column by its heading. */
const columnOf = ({ columns, rows }: Book['tables'][number], heading: string) =>
  rows.map((row) => row[columns.indexOf(heading)] ?? null);
const numbers = (cells: ReturnType<typeof columnOf>) =>
  cells.map((cell) => (cell && 'number' in cell ? BigInt(cell.number) : 0n));

describe('exports of the sample', () => {
  test('carry whose figures they are, as of when, as known when, and who took them', async () => {
    const book = await exportRows(manager, { figure: 'sum:discussed', asOf, knownOn: asOf });
    expect(book.file).toBe('boston-2023_sum-discussed_2023-05-03');
    expect(labelOf(book)).toMatchObject({
      수치: '논의 단계 금액 9건 · 845억 원',
      기준일: '2023. 5. 3.',
      '기록 범위': '2023. 5. 3.',
      시간대: 'Asia/Seoul',
      필터: '없음, 전체',
    });
    expect(labelOf(book).프로그램).toContain('(boston-2023)');
    expect(labelOf(book)['내보낸 일시와 사람']).toContain(manager.viewer.name);
    const english = await exportRows(manager, { figure: 'sum:discussed', asOf, lang: 'en' });
    expect(labelOf(english)).toMatchObject({ 'As of': '3 May 2023', 'As known': 'now' });
  });

  test('hold exactly the rows of the figure, and their money adds up to it', async () => {
    for (const figure of [
      'sum:discussed',
      'reached:main_session',
      'met:video_call',
      'lost:follow_up',
      'step:invested',
    ]) {
      const on = { figure, asOf: '2023-11-30' };
      const [book, { rows }] = await Promise.all([exportRows(manager, on), listFigureRows(manager, on)]);
      const [table] = book.tables as [Book['tables'][number]];
      expect(columnOf(table, '기록 번호')).toEqual(rows.map(({ entry }) => ({ text: entry })));
    }
    const { tables } = await exportRows(manager, { figure: 'sum:discussed', asOf });
    const won = numbers(columnOf(tables[0] as Book['tables'][number], '금액'));
    expect(won.reduce((sum, amount) => sum + amount, 0n)).toBe(84_500_000_000n);
  });

  test('tell all figures of the funnel, each in its table, with the rates they were converted by', async () => {
    const on = { asOf: '2023-11-30' };
    const [book, funnel] = await Promise.all([exportFunnel(manager, on), getFunnel(manager, on)]);
    const [stages, conversions, losses, rungs, sums, concentration] = book.tables as Book['tables'] &
      { length: 6 }[];
    const reached = numbers(columnOf(stages as Book['tables'][number], '도달')).map(Number);
    expect(reached.slice(0, 5)).toEqual(funnel.stages.map((stage) => stage.reached));
    expect(reached.slice(5)).toEqual(funnel.steps.map(({ pairs }) => pairs));
    expect(conversions?.rows).toHaveLength(funnel.conversions.length + 2);
    expect(losses?.rows).toHaveLength(funnel.lostBy.length);
    const lines = (all: readonly { totals: unknown[] }[]) =>
      all.reduce((sum, { totals }) => sum + Math.max(1, totals.length), 0);
    expect(rungs?.rows).toHaveLength(lines(funnel.amounts));
    expect(sums?.rows).toHaveLength(lines(funnel.sums));
    expect(concentration?.rows).toHaveLength(lines(funnel.sums.flatMap((sum) => sum.concentration)));
    const used = new Set(funnel.sums.flatMap(({ rates }) => rates.map(({ base }) => base)));
    expect(used.size).toBeGreaterThan(0);
    expect(book.label.filter(({ term }) => term === '환율')).toHaveLength(used.size);
  });

  test('open again: a sheet a table, the label on each, Hangul whole, amounts numeric', async () => {
    const book = await exportFunnel(manager, { asOf });
    const sheets = await sheetsOf(book);
    expect([...sheets.keys()]).toEqual(book.tables.map(({ title }, index) => `${index + 1} ${title}`));
    const sums = sheets.get('5 합계, 서로 더하지 않음');
    const head = book.label.length + 2;
    expect(sums?.get(`A${head}`)?.value).toBe('합계 구분');
    expect(sums?.get(`A${head + 1}`)?.value).toBe('논의');
    expect(sums?.get(`E${head + 1}`)).toEqual({ type: 'n', value: '84500000000' });
    expect(sums?.get('B1')?.value).toBe(book.label[0]?.value);
    expect(await csvOf(book)).toContain('논의,9,5,KRW,84500000000,84500000000,84500000000,');
  });

  test('are not for a startup, which has lists of its own pairs', async () => {
    await expect(exportFunnel(startup, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(exportRows(startup, { figure: 'sum:paid' })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
