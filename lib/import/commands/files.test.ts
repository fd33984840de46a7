import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '@/lib/core/csv';
import type { Locale } from '@/lib/core/locale';
import type { ProgramScope } from '@/lib/core/scope';
import type { MadeFile } from '@/lib/platform/file';
import { accepted, mainDay } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { uploadOf } from '@/scripts/test/upload';
import { listImportRows } from '../queries/imports';
import { FIELDS } from '../rules/fields';
import { IMPORT_KINDS, type ImportKind } from '../schema';
import { createImport } from './create';
import { rejectedFile } from './rejected';
import { importTemplate } from './template';

const database = ownDatabase();
const fileOf = (content: string) => uploadOf('명단.csv', content);
const bytesOf = async (made: MadeFile) => new Uint8Array(await new Response(made.read()).arrayBuffer());

/** The columns of each kind that are chosen from a list: words of the product, or names of the program. */
const LISTED: Readonly<Record<ImportKind, string[]>> = {
  startups: ['sector', 'round', 'regions'],
  investors: ['focus', 'rounds', 'regions'],
  contacts: ['startup', 'investor'],
  people: ['role', 'startup', 'language'],
  pairs: [
    ...['startup', 'investor', 'stage', 'status', 'reasonCode', 'owner'],
    ...['startupWish', 'investorWish', 'officeWish'],
  ],
  wishes: ['startup', 'investor', 'side', 'wish', 'officeWish'],
  availability: ['kind', 'name', 'stage', 'start', 'away'],
  meetings: ['startup', 'investor', 'stage', 'zone', 'table', 'state', 'side'],
  outcomes: ['startup', 'investor', 'stage'],
  amounts: ['startup', 'investor', 'rung', 'currency', 'source'],
};

/** The headings of a template, and by column the words of its drop-down, as the workbook has them. */
async function templateOf(officer: ProgramScope, kind: ImportKind, lang: Locale) {
  const { sheets } = await readXlsx(await bytesOf(await importTemplate(officer, { kind, lang })));
  const [sheet, guide] = sheets;
  const lists = (sheet?.dataValidations ?? []).map(({ type, formula1 = '', range = '' }) => {
    expect(type).toBe('list');
    const [, list = '', last = ''] = /^'.*'!\$([A-Z]+)\$2:\$\1\$(\d+)$/.exec(String(formula1)) ?? [];
    const [, cells = ''] = /^([A-Z]+)2:\1\d+$/.exec(range) ?? [];
    const words = guide?.rows.slice(1, Number(last)).map((row) => String(row[columnOf(list)])) ?? [];
    return [columnOf(cells), words] as const;
  });
  return { headings: (sheet?.rows[0] ?? []).map(String), lists: new Map(lists) };
}

/** 0 for `A`, 26 for `AA`. */
const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

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
      const { headings } = await templateOf(officer, kind, lang);
      const file = fileOf([headings.join(','), headings.map(() => 'x').join(',')].join('\n'));
      const { columns } = accepted(await createImport(officer, { file, kind }));
      expect(columns.filter(({ field }) => field === null)).toEqual([]);
    }
  });

  it.each(Object.entries(LISTED))('of %s offers in %j what the import reads back', async (kind, fields) => {
    const world = await smallProgram(database.ownerUrl);
    await mainDay(world);
    const officer = world.as('officer');
    for (const lang of ['ko', 'en'] as const) {
      const { headings, lists } = await templateOf(officer, kind as ImportKind, lang);
      const keys = Object.keys(FIELDS[kind as ImportKind]);
      expect([...lists.keys()].map((column) => keys[column])).toEqual(fields);
      // One row for each word of each list, with the first word of what else has to be there.
      const chosen = [...lists].flatMap(([column, words]) => words.map((word) => ({ column, word })));
      const lines = chosen.map(({ column, word }) =>
        headings.map((heading, at) =>
          at === column ? word : heading.endsWith('*') ? (lists.get(at)?.[0] ?? 'x') : '',
        ),
      );
      const file = fileOf(writeCsv([headings, ...lines]));
      const { id: importId } = accepted(await createImport(officer, { file, kind: kind as ImportKind }));
      const { items } = await listImportRows(officer, { importId, limit: 500 });
      const unread = items.flatMap(({ number, problems }, row) => {
        const { column = 0, word } = chosen[row] ?? {};
        return problems
          .filter(({ field }) => field === keys[column])
          .map(({ reason }) => [number, word, reason]);
      });
      expect(items).toHaveLength(chosen.length);
      expect(unread).toEqual([]);
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
