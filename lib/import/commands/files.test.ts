import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { MadeFile } from '@/lib/platform/file';
import { accepted } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { uploadOf } from '@/scripts/test/upload';
import { IMPORT_KINDS } from '../schema';
import { createImport } from './create';
import { rejectedFile } from './rejected';
import { importTemplate } from './template';

const database = ownDatabase();
const fileOf = (content: string) => uploadOf('명단.csv', content);
const bytesOf = async (made: MadeFile) => new Uint8Array(await new Response(made.read()).arrayBuffer());

describe('a template', () => {
  it('offers the names of the program and the lists of the product, and marks what has to be there', async () => {
    const officer = (await smallProgram(database.ownerUrl)).as('officer');
    const made = await importTemplate(officer, { kind: 'pairs', lang: 'ko' });
    const { sheets } = await readXlsx(await bytesOf(made));
    const [sheet, guide] = sheets;
    expect(sheets).toHaveLength(2);
    expect(sheet?.rows).toHaveLength(1);
    expect(sheet?.rows[0]?.slice(0, 3)).toEqual(['참가기업*', '투자사*', '단계']);
    const lists = (sheet?.dataValidations ?? []).filter(({ type }) => type === 'list');
    expect(lists[0]).toMatchObject({ range: 'A2:A2000' });
    const at = (guide?.rows[0] ?? []).indexOf('목록: 참가기업');
    expect(
      guide?.rows
        .slice(1)
        .flatMap((row) => row[at] ?? [])
        .sort(),
    ).toEqual(['메디픽셀', '스텝원']);
  });

  it.each(IMPORT_KINDS)('of %s is read back with every column known, in both languages', async (kind) => {
    const officer = (await smallProgram(database.ownerUrl)).as('officer');
    for (const lang of ['ko', 'en'] as const) {
      const bytes = await bytesOf(await importTemplate(officer, { kind, lang }));
      const { sheets } = await readXlsx(bytes);
      const headings = sheets[0]?.rows[0] ?? [];
      const file = fileOf([headings.join(','), headings.map(() => 'x').join(',')].join('\n'));
      const { columns } = accepted(await createImport(officer, { file, kind }));
      expect(columns.filter(({ field }) => field === null)).toEqual([]);
    }
  });
});

describe('rows that are not written', () => {
  it('come as a file with the reason of each, which is read again once it was corrected', async () => {
    const officer = (await smallProgram(database.ownerUrl)).as('officer');
    const rows = ['뭐,회사명,산업', '전화함,클린에너지,우주', ',뉴로핏랩,AI', ',(주)스텝원,AI'];
    const made = accepted(await createImport(officer, { file: fileOf(rows.join('\n')), kind: 'startups' }));
    const file = await rejectedFile(officer, { importId: made.id, format: 'csv', lang: 'ko' });
    const text = new TextDecoder().decode(await bytesOf(file));
    expect(text).toContain('뭐,기업 이름,분야,가져오지 않은 이유');
    expect(text).toContain('전화함,클린에너지,우주,분야: 목록에 없는 값입니다.');
    expect(text).toContain('스텝원');
    expect(text).not.toContain('뉴로핏랩');
    const corrected = fileOf(text.replace('우주', '에너지'));
    const again = accepted(await createImport(officer, { file: corrected, kind: 'startups' }));
    expect([again.rows, again.create]).toEqual([2, 1]);
  });
});
