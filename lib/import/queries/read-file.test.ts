import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { type CellValue, writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadFile } from '../rules/cells';
import { readFileAt } from './read-file';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'roundtable-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

let count = 0;
async function read(bytes: Uint8Array | string, sheet?: string): Promise<ReadFile | string> {
  const place = path.join(folder, String(count++));
  await writeFile(place, bytes);
  const result = await readFileAt(place, sheet);
  return result.ok ? result.value : (result.refusals[0]?.reason ?? '');
}
const rowsOf = (file: ReadFile | string) =>
  typeof file === 'string' ? file : file.rows.map(({ cells }) => cells);

const LINES = ['이름,금액,비고', '메디픽셀,"1,200,000",따옴표 ""안""', '클린,3억,"두 줄\n말"']
  .join('\r\n')
  .replace('따옴표 ""안""', '"따옴표 ""안"""');
const ROWS = [
  ['이름', '금액', '비고'],
  ['메디픽셀', '1,200,000', '따옴표 "안"'],
  ['클린', '3억', '두 줄\n말'],
];

describe('a text file', () => {
  const utf16 = (text: string, isBig: boolean) => {
    const bytes = Buffer.from(text, 'utf16le');
    return isBig ? bytes.swap16() : bytes;
  };
  it.each([
    ['UTF-8', Buffer.from(LINES), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${LINES}`), 'utf-8'],
    ['UTF-16LE with its mark', utf16(`\uFEFF${LINES}`, false), 'utf-16le'],
    ['UTF-16BE with its mark', utf16(`\uFEFF${LINES}`, true), 'utf-16be'],
  ])('is read in %s', async (_, bytes, encoding) => {
    const file = await read(bytes);
    expect(file).toMatchObject({ format: 'csv', encoding, delimiter: ',' });
    expect(rowsOf(file)).toEqual(ROWS);
  });

  it('is read in the Korean code page 949, with syllables that EUC-KR lacks', async () => {
    // `이름;똠방` as code page 949 writes it: 똠 (8C 63) is not in EUC-KR.
    const bytes = Buffer.from('c0ccb8a73bb1ddbed70d0a8c63b9e63b31', 'hex');
    const file = await read(bytes);
    expect(file).toMatchObject({ encoding: 'cp949', delimiter: ';' });
    expect(rowsOf(file)).toEqual([
      ['이름', '금액'],
      ['똠방', '1'],
    ]);
  });

  it('is divided by semicolons and tabs, whatever commas stand in it', async () => {
    for (const delimiter of [';', '\t']) {
      const file = await read(
        `${['이름', '금액'].join(delimiter)}\n가,나,다${delimiter}1,5\n라${delimiter}2`,
      );
      expect(file).toMatchObject({ delimiter });
      expect(rowsOf(file)).toEqual([
        ['이름', '금액'],
        ['가,나,다', '1,5'],
        ['라', '2'],
      ]);
    }
  });

  it('is divided by semicolons also where its first cells run over many lines', async () => {
    const long = `"${'한 줄, 두 줄\n'.repeat(4000)}";끝`;
    const file = await read(`이름;금액\n${long}\n나;2\n`);
    expect(file).toMatchObject({ delimiter: ';' });
    expect(rowsOf(file)).toHaveLength(3);
  });

  it('takes a quote inside a cell that does not begin with one for a letter', async () => {
    expect(rowsOf(await read('제품,이름\n27" 화면,로봇 "바다"\n'))).toEqual([
      ['제품', '이름'],
      ['27" 화면', '로봇 "바다"'],
    ]);
  });

  it('tells a formula, and gives a text again that an export marked', async () => {
    expect(rowsOf(await read("이름,값\n=1+1,＝1+1\n'=1+1,+82-2-123"))).toEqual([
      ['이름', '값'],
      [{ bad: 'formula' }, { bad: 'formula' }],
      ['=1+1', '+82-2-123'],
    ]);
  });

  it.each([
    ['NUL bytes', Buffer.from('이름\na\0b\n'), 'file_binary'],
    ['no text at all', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x81, 0x20]), 'file_encoding'],
    ['nothing', Buffer.from(' \n\n'), 'file_empty'],
    ['a quote that never ends', Buffer.from('a,b\n"c,d\n'), 'file_broken'],
    ['a million columns', Buffer.from(`${'a,'.repeat(1_000_000)}a`), 'file_too_many_columns'],
  ])('of %s is refused', async (_, bytes, reason) => {
    expect(await read(bytes)).toBe(reason);
  });
});

describe('a workbook', () => {
  const at = (text: string) => new Date(`${text}Z`);
  const book = (rows: CellValue[][], more: object = {}, options: object = {}) =>
    writeXlsx({ sheets: [{ name: '명단', rows, ...more }], ...options });

  it.each(['1900', '1904'] as const)(
    'keeps numbers, days and clocks, counted from %s',
    async (dateSystem) => {
      const rows = [
        ['이름', 84_500_000_000, 0.1, at('2023-05-03T00:00:00'), at('2023-04-28T14:30:00'), true],
      ];
      expect(rowsOf(await read(await book(rows, {}, { dateSystem })))).toEqual([
        [
          '이름',
          { number: '84500000000' },
          { number: '0.1' },
          { at: '2023-05-03' },
          { at: '2023-04-28T14:30' },
          'TRUE',
        ],
      ]);
    },
  );

  it('tells formulas and cells that are merged down, and reads a text that looks like a formula', async () => {
    const cells = new Map([
      ['1,1', { value: 10, type: 'formula' as const, formula: 'A1*2', formulaResult: 10 }],
    ]);
    const merges = [{ startRow: 2, startCol: 0, endRow: 3, endCol: 0 }];
    const rows = [
      ['=1+1', 5],
      ['x', null],
      ['합', 1],
      [null, 2],
    ];
    expect(rowsOf(await read(await book(rows, { cells, merges })))).toEqual([
      ['=1+1', { number: '5' }],
      ['x', { bad: 'formula' }],
      [{ bad: 'merged' }, { number: '1' }],
      [{ bad: 'merged' }, { number: '2' }],
    ]);
  });

  it('leaves hidden sheets alone, says so, and reads another sheet when asked', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: '숨김', hidden: true, rows: [['x']] },
        { name: '하나', rows: [['1']] },
        { name: '둘', rows: [['2']] },
      ],
    });
    expect(await read(bytes)).toMatchObject({ sheet: '하나', otherSheets: ['둘'], hiddenSheets: 1 });
    expect(rowsOf(await read(bytes, '둘'))).toEqual([['2']]);
    expect(rowsOf(await read(bytes, '숨김'))).toEqual([['1']]);
  });

  it('with a password, with macros, of an old Excel, broken or of another kind is refused', async () => {
    expect(await read(await book([['a']], {}, { encryption: { password: 'x', spinCount: 1000 } }))).toBe(
      'file_protected',
    );
    expect(await read(await book([['a']], {}, { vbaProject: new Uint8Array([1, 2, 3]) }))).toBe(
      'file_macros',
    );
    expect(await read(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]))).toBe(
      'file_old_format',
    );
    expect(await read((await book([['a']])).subarray(0, 500))).toBe('file_broken');
    expect(await read(zipSync({ 'word/document.xml': new Uint8Array([1]) }))).toBe('file_unknown');
  });

  it('that unfolds to far more than it is, is refused without unfolding it', async () => {
    const bomb = zipSync({
      'xl/workbook.xml': new Uint8Array([1]),
      'xl/worksheets/sheet1.xml': new Uint8Array(40 * 1024 * 1024),
    });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await read(bomb)).toBe('file_too_complex');
  });
});
