import { describe, expect, it, vi } from 'vitest';
import { archiveStartup } from '@/lib/party/commands/parties';
import { accepted, reasonsOf } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { uploadOf } from '@/scripts/test/upload';
import { listImportRows } from '../queries/imports';
import { applyImport } from './apply';
import { changeImport, decideRows, mendRow } from './change';
import { createImport } from './create';

const database = ownDatabase();
const fileOf = (lines: readonly string[]) => uploadOf('list.csv', lines.join('\n'));

describe('the columns of a file', () => {
  it('are shown with an example, and taken the next time as they were applied', async () => {
    const officer = (await smallProgram(database.ownerUrl)).as('officer');
    const rows = ['회사명,무엇을,메모', '뉴로핏랩,AI,', '하늘로봇,로봇,전화함'];
    const made = accepted(await createImport(officer, { file: fileOf(rows), kind: 'startups' }));
    expect(made.columns).toEqual([
      { heading: '회사명', field: 'name', example: '뉴로핏랩' },
      { heading: '무엇을', field: null, example: 'AI' },
      { heading: '메모', field: null, example: '전화함' },
    ]);
    expect([made.isRemembered, made.create, made.rejections.map((of) => of.rows)]).toEqual([false, 0, [2]]);
    const { id: importId, version } = made;
    const mapping = { 0: 'name', 1: 'sector', 2: null };
    const mapped = accepted(await changeImport(officer, { importId, version, mapping }));
    expect([mapped.create, mapped.rejections]).toEqual([2, []]);
    accepted(await applyImport(officer, { importId }));

    const again = accepted(await createImport(officer, { file: fileOf(rows), kind: 'startups' }));
    expect([again.isRemembered, again.same]).toEqual([true, 2]);
    expect(again.columns[1]?.field).toBe('sector');
    const other = accepted(
      await createImport(officer, { file: fileOf(rows), kind: 'startups', mapping: { 0: 'name' } }),
    );
    expect(other.isRemembered).toBe(false);
  });
});

describe('conflicts of one reason', () => {
  it('are confirmed alike: each row means the record that was found for it', async () => {
    const world = await smallProgram(database.ownerUrl);
    const officer = world.as('officer');
    accepted(await archiveStartup(officer, { startupId: world.stepOne, version: 1 }));
    const rows = ['회사명,산업', '스텝원,AI', '메디픽셀랩,AI', '메디픽셀 ,AI'];
    const made = accepted(await createImport(officer, { file: fileOf(rows), kind: 'startups' }));
    expect(made.conflicts).toContainEqual({ reason: 'archived', rows: 1 });
    const decided = accepted(
      await decideRows(officer, { importId: made.id, reason: 'archived', decision: 'confirm' }),
    );
    expect(decided.conflicts.map(({ reason }) => reason)).not.toContain('archived');
    const { items } = await listImportRows(officer, { importId: made.id });
    expect(items[0]).toMatchObject({ verdict: 'change', target: { id: world.stepOne } });
  });
});

it('a row is mended by what a database can keep, and by nothing else', async () => {
  const officer = (await smallProgram(database.ownerUrl)).as('officer');
  const rows = ['회사명,산업', '뉴로핏랩,우주', '하늘로봇,로봇'];
  const { id: importId } = accepted(await createImport(officer, { file: fileOf(rows), kind: 'startups' }));
  for (const sector of ['AI\u0000', '\ud83d'])
    expect(reasonsOf(await mendRow(officer, { importId, number: 2, cells: { sector } }))).toEqual([
      'unreadable',
    ]);
  const mended = accepted(await mendRow(officer, { importId, number: 2, cells: { sector: 'AI' } }));
  expect([mended.create, mended.rejections]).toEqual([2, []]);
});

it('a large file tells how many of its rows are checked and kept', async () => {
  const officer = (await smallProgram(database.ownerUrl)).as('officer');
  const rows = ['회사명,산업', ...Array.from({ length: 2_100 }, (_, index) => `기업 ${index},AI`)];
  const tell = vi.fn();
  accepted(await createImport(officer, { file: fileOf(rows), kind: 'startups' }, { tell }));
  const rowsTold = (step: string, done: number) => [{ step, done, of: 2_100 }];
  expect(tell.mock.calls).toEqual([
    rowsTold('check', 1_000),
    rowsTold('check', 2_000),
    rowsTold('keep', 2_000),
  ]);
});
