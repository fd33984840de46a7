import path from 'node:path';
import { promisify } from 'node:util';
import readCases from 'csv-spectrum';
import { describe, expect, it } from 'vitest';
import { HEAD, HIDDEN_SHEET, ROWS, SHEET, TITLE } from '@/scripts/test/foreign-files/list.mjs';
import { uploadOf } from '@/scripts/test/upload';
import type { FileCell, ReadFile } from '../rules/cells';
import { readFileAt } from './read-file';

const FOLDER = path.resolve('scripts/test/foreign-files');

async function read(file: string, sheet?: string): Promise<ReadFile> {
  const result = await readFileAt(file, sheet);
  if (!result.ok) throw new Error(result.refusals[0]?.reason);
  return result.value;
}
const cellsOf = (file: ReadFile) => file.rows.map(({ cells }) => cells);

/**
 * The list as a workbook keeps it: days, clocks and numbers as what they are; a formula is not taken for its last value,
 * but for TRUE(), which is what LibreOffice makes of TRUE.
 */
const TYPED: FileCell[][] = [
  [TITLE],
  HEAD,
  ...ROWS.map(([name, day, at, amount, rate, memo, isChecked]): FileCell[] => [
    ...[name, { at: day }, { at }, { number: String(amount) }, { number: String(rate) }, memo],
    ...[isChecked ? 'TRUE' : 'FALSE', { bad: 'formula' } as const],
  ]),
];

describe('a workbook that another program wrote', () => {
  it.each([
    'exceljs-1900.xlsx',
    'exceljs-1904.xlsx',
    'sheetjs-shared.xlsx',
    'sheetjs-inline.xlsx',
    'sheetjs-1904.xlsx',
    'libreoffice-xls.xlsx',
  ])('%s is read: its hidden sheet is left alone, its hidden row is read and counted', async (name) => {
    const file = await read(path.join(FOLDER, name));
    expect(file).toMatchObject({ sheet: SHEET, otherSheets: [], hiddenSheets: 1, hiddenRows: 1 });
    expect(cellsOf(file).slice(0, TYPED.length)).toEqual(TYPED);
    // What stands in cells that are merged down belongs to several rows.
    expect(cellsOf(file).at(TYPED.length)).toEqual([{ bad: 'merged' }]);
  });

  it('from an OpenDocument sheet is read too; LibreOffice shows the hidden sheet on that way', async () => {
    const place = path.join(FOLDER, 'libreoffice-ods.xlsx');
    expect(await read(place)).toMatchObject({ sheet: HIDDEN_SHEET, otherSheets: [SHEET] });
    const file = await read(place, SHEET);
    expect(cellsOf(file).slice(0, TYPED.length)).toEqual(TYPED);
  });
});

/** The list as LibreOffice writes it as text: each cell as it was shown. */
const SHOWN: FileCell[][] = ROWS.map(([name, day, at, amount, rate, memo, isChecked, sum]) => [
  ...[name, day.replace(/(\d+)-(\d+)-(\d+)/, '$2/$3/$1'), `${at.replace('T', ' ')}:00`, String(amount)],
  ...[`${rate * 100}%`, memo, isChecked ? 'TRUE' : 'FALSE', String(sum)],
]);

describe('a text file that LibreOffice wrote', () => {
  it.each([
    ['libreoffice-cp949.csv', 'cp949', ','],
    ['libreoffice-utf16-semicolon.csv', 'utf-16le', ';'],
    ['libreoffice-tab.csv', 'utf-8', '\t'],
  ])('%s is read', async (name, encoding, delimiter) => {
    const file = await read(path.join(FOLDER, name));
    expect(file).toMatchObject({ encoding, delimiter, hiddenRows: 0 });
    const lost = (cell: FileCell) => (typeof cell === 'string' ? cell.replace('🧬', '?') : cell);
    const rows = encoding === 'cp949' ? SHOWN.map((cells) => cells.map(lost)) : SHOWN;
    expect(cellsOf(file).slice(1, 2 + rows.length)).toEqual([HEAD, ...rows]);
  });
});

const CASES = await promisify(readCases)();

describe('csv-spectrum', () => {
  it.each(CASES.map(({ name, csv, json }) => [name, csv, json] as const))(
    '%s.csv holds what its JSON says',
    async (name, csv, json) => {
      const [head = [], ...rows] = cellsOf(await read(uploadOf(`${name}.csv`, csv).path));
      const found = rows.map((cells) =>
        Object.fromEntries(head.map((heading, at) => [String(heading), cells[at] ?? ''])),
      );
      const expected: Record<string, string>[] = [JSON.parse(json.toString())].flat();
      // The JSON of this one has a number that stands nowhere in its file.
      if (name === 'location_coordinates')
        Object.assign(expected[0] ?? {}, { 'Contact Phone Number': '2095257564' });
      expect(found).toEqual(expected);
    },
  );
});
