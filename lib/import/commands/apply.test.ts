import { describe, expect, it } from 'vitest';
import { editStartup } from '@/lib/party/commands/parties';
import { getStartup, listStartups } from '@/lib/party/queries/parties';
import { checksum } from '@/scripts/test/importing';
import { accepted, reasonsOf } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { uploadOf } from '@/scripts/test/upload';
import { listImportRows } from '../queries/imports';
import { applyImport } from './apply';
import { createImport } from './create';
import { previewUndo, undoImport } from './undo';

const database = ownDatabase();

const CSV = [
  '회사명,영문 회사명,산업,소개',
  '스텝원,StepOne,AI,두 번째 소개',
  '뉴로핏랩,NeuroFit Lab,바이오,뇌 영상',
  '메디픽셀 ,,,',
  '메디픽셀,,인공지능,',
  ',,AI,',
  '(주)스텝원,,AI,',
  '클린에너지,,우주,',
].join('\n');

describe('an import of startups', () => {
  it('is taken back whole where whoever waits for it goes away before it is written', async () => {
    const officer = (await smallProgram(database.ownerUrl)).as('officer');
    const people = Array.from({ length: 1_100 }, (_, at) => `스텝원,사람 ${at}`);
    const file = uploadOf('사람.csv', ['참가기업,이름', ...people].join('\n'));
    const { id: importId } = accepted(await createImport(officer, { file, kind: 'contacts' }));
    const before = await checksum(database.owner);
    const told: string[] = [];
    const call = { tell: ({ step }: { step: string }) => void told.push(step) };
    await expect(applyImport(officer, { importId }, { ...call, isHeard: () => false })).rejects.toMatchObject(
      {
        code: 'unavailable',
      },
    );
    expect(await checksum(database.owner)).toBe(before);
    const { create } = accepted(await applyImport(officer, { importId }, { ...call, isHeard: () => true }));
    expect([create, told]).toEqual([1_100, ['check']]);
  });

  it('says what each row would do, writes it in one go, and takes it back whole', async () => {
    const world = await smallProgram(database.ownerUrl);
    const officer = world.as('officer');
    const before = await checksum(database.owner);
    const made = accepted(
      await createImport(officer, { file: uploadOf('참가기업.csv', CSV), kind: 'startups' }),
    );
    expect(made).toMatchObject({
      ...{ rows: 7, create: 1, change: 1, same: 1, conflict: 2, rejectedRows: 2, state: 'draft' },
      rejected: [
        { row: 6, column: '회사명', reason: 'required' },
        { row: 8, column: '산업', reason: 'not_in_list' },
      ],
    });
    const { items } = await listImportRows(officer, { importId: made.id });
    expect(items.map(({ number, verdict, problems }) => [number, verdict, problems[0]?.reason])).toEqual([
      [2, 'change', undefined],
      [3, 'create', undefined],
      [4, 'same', undefined],
      [5, 'conflict', 'twice_in_file'],
      [6, 'rejected', 'required'],
      [7, 'conflict', 'similar_name'],
      [8, 'rejected', 'not_in_list'],
    ]);
    expect(items[0]?.changes).toEqual([{ field: 'summary', from: '', to: '두 번째 소개' }]);
    expect(await checksum(database.owner)).toBe(before);

    const applied = accepted(await applyImport(officer, { importId: made.id }));
    expect(applied.state).toBe('applied');
    const names = (await listStartups(officer, {})).items.map(({ name }) => name);
    expect(names.sort()).toEqual(['뉴로핏랩', '메디픽셀', '스텝원']);
    expect(await getStartup(officer, { startupId: world.stepOne })).toMatchObject({
      summary: '두 번째 소개',
      version: 2,
    });
    expect(reasonsOf(await applyImport(officer, { importId: made.id }))).toEqual(['import_over']);

    expect(await previewUndo(officer, { importId: made.id })).toMatchObject({ kept: [] });
    accepted(await undoImport(officer, { importId: made.id }));
    expect(await checksum(database.owner)).toBe(before);
  });

  it('that was changed since stays as it is, and is shown', async () => {
    const world = await smallProgram(database.ownerUrl);
    const officer = world.as('officer');
    const made = accepted(
      await createImport(officer, { file: uploadOf('참가기업.csv', CSV), kind: 'startups' }),
    );
    accepted(await applyImport(officer, { importId: made.id }));
    const startupId = world.stepOne;
    accepted(
      await editStartup(officer, { startupId, version: 2, changes: { website: 'https://example.com' } }),
    );
    const kept = [{ table: 'startup', id: startupId, why: 'edited', name: '스텝원' }];
    expect(await previewUndo(officer, { importId: made.id })).toMatchObject({ kept });
    expect(accepted(await undoImport(officer, { importId: made.id })).kept).toEqual(kept);
    expect(await getStartup(officer, { startupId })).toMatchObject({ summary: '두 번째 소개', version: 3 });
    expect((await listStartups(officer, {})).items).toHaveLength(2);
  });
});
