import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guarded, unguarded } from '@/lib/core/formula-guard';
import type { PairItem } from '@/lib/pair/schema';
import { sayIn } from '@/lib/platform/say';
import { csvOf, sheetsOf } from '@/scripts/test/exported';
import type { Book, BookCell } from '../schema';
import { at, count, day, dispositionOf, fileName, major, minor, text } from './book';
import { wholeTable } from './columns/column';
import { pairColumns } from './columns/pair';
import { filterWords } from './label';
import { escaped } from './markup';

const book = (rows: BookCell[][], title = '매칭과 포함된 이유'): Book => ({
  ...{ file: 'boston-2023_funnel_2023-05-03', fileTitle: '보스턴 2023_전환 퍼널', timeZone: 'Asia/Seoul' },
  label: [
    { term: '기준일', value: '2023. 5. 3.' },
    { term: '필터', value: '=none' },
  ],
  tables: [{ title, columns: ['참가기업', '금액'], rows }],
});

/** Cells of the first sheet; the label takes two rows, an empty one and the head two more. */
const sheetOf = async (rows: BookCell[][]) => [...(await sheetsOf(book(rows))).values()][0];

describe('an export for a spreadsheet', () => {
  test('keeps numbers as numbers, exact to the cent, and dates as dates', async () => {
    const cells = await sheetOf([
      [text('메디아라'), major(84_500_000_000, 'KRW')],
      [text('Cents'), major(-5, 'USD')],
      [text('Much'), major(123_456_789_012_345n, 'USD')],
      [day('2023-05-03'), at('2023-05-02T15:30:00Z')],
      [count(184), minor(null)],
    ]);
    expect(cells?.get('A5')).toEqual({ type: expect.stringMatching(/^(s|inlineStr)$/), value: '메디아라' });
    expect(cells?.get('B5')).toEqual({ type: 'n', value: '84500000000' });
    expect(cells?.get('B6')).toEqual({ type: 'n', value: '-0.05' });
    expect(cells?.get('B7')).toEqual({ type: 'n', value: '1234567890123.45' });
    // Days since 30 December 1899: 3 May 2023 is the 45049th; half past midnight in Seoul is 30/1440 of it.
    expect(cells?.get('A8')).toEqual({ type: 'n', value: '45049' });
    expect(Number(cells?.get('B8')?.value)).toBeCloseTo(45049 + 30 / 1440, 9);
    expect(cells?.get('A9')).toEqual({ type: 'n', value: '184' });
    expect(cells?.get('B9')?.value ?? '').toBe('');
  });

  test('writes a number that Excel would round as text, every digit kept', async () => {
    const cells = await sheetOf([[text('a'), minor('1234567890123456789')]]);
    expect(cells?.get('B5')).toEqual({
      type: expect.stringMatching(/^(s|inlineStr)$/),
      value: '1234567890123456789',
    });
  });

  test('carries its label in the first rows, in both forms', async () => {
    const cells = await sheetOf([]);
    expect(['A1', 'B1', 'A2', 'B2', 'A4', 'B4'].map((ref) => cells?.get(ref)?.value)).toEqual([
      ...['기준일', '2023. 5. 3.', '필터', '=none', '참가기업', '금액'],
    ]);
    const csv = await csvOf(book([[text('메디아라'), major(150, 'USD')]]));
    expect(csv.startsWith('\uFEFF기준일,2023. 5. 3.\r\n')).toBe(true);
    expect(csv.split('\r\n')).toEqual([
      ...[
        '\uFEFF기준일,2023. 5. 3.',
        "필터,'=none",
        '',
        '매칭과 포함된 이유',
        '참가기업,금액',
        '메디아라,1.50',
        '',
      ],
    ]);
  });

  test('lets nobody write a formula', async () => {
    const wicked = [
      '=1+1',
      '+SUM(A1)',
      '-2+3',
      '@now()',
      '\t=1',
      '\r=1',
      '=two\nlines',
      '=HYPERLINK("http://x","y")',
    ];
    const lines = await csvOf(book(wicked.map((each) => [text(each), null])));
    for (const each of wicked) {
      const quoted = /[",;\t\r\n]/.test(each) ? `"'${each.replaceAll('"', '""')}"` : `'${each}`;
      expect(lines).toContain(`\r\n${quoted},\r\n`);
    }
    const cells = await sheetOf(wicked.map((each) => [text(each), null]));
    for (const [index] of wicked.entries()) {
      expect(cells?.get(`A${5 + index}`)?.type).toMatch(/^(s|inlineStr)$/);
    }
  });

  test('7.28 no sign in any width, behind nothing that is not shown, begins a formula', async () => {
    const signs = [
      '=',
      '+',
      '-',
      '@',
      '＝',
      '＋',
      '－',
      '＠',
      '﹦',
      '﹢',
      '﹣',
      '﹫',
      '⁼',
      '₌',
      '⁺',
      '₊',
      '⁻',
      '₋',
      '−',
      '﬩',
    ];
    const before = [
      ...[
        '',
        ' ',
        '  ',
        '\u00a0',
        '\u3000',
        '\u200b',
        '\ufeff',
        '\u2060',
        '\u3164',
        '\u00ad',
        '\u202e',
        '\u2800',
      ],
      ...['\t', '\r', '\n', '\u0001', '\u007f', '\u0085', '\u2028', ' \u200b \t'],
    ];
    for (const start of before) {
      for (const sign of signs) {
        const value = `${start}${sign}cmd|' /C calc'!A0`;
        expect(guarded(value)).toBe(`'${value}`);
      }
    }
    for (const harmless of ['메디아라', ' a=b', '1-2', '#=', '(=', '"='])
      expect(guarded(harmless)).toBe(harmless);
    // A reader that splits at semicolons finds no cell of its own behind one.
    expect(await csvOf(book([[text('a;=1+1'), text('b\t=1')]]))).toContain('"a;=1+1","b\t=1"');
  });

  test('7.28 taking one quote away gives the text again, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(unguarded(guarded(value))).toBe(value);
      }),
      { examples: [["'"], ["'=1"], ["''"], ['=1']] },
    );
  });

  test('7.28 a sheet gives every character again and none that was not there', async () => {
    const read = (written: string) =>
      written.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
    for (const value of [
      '_x0041_',
      '_x005F_',
      '_x005f_x0041_',
      '__x000D_',
      '_x0041',
      '_x0041\r',
      'a\u0001b\r\n',
      '_x_x0041__',
    ]) {
      expect(read(escaped(value))).toBe(value);
    }
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('_', 'x', '0', '4', '1', 'F', '\u0000', '\r') }),
        (value) => {
          expect(read(escaped(value))).toBe(value);
        },
      ),
    );
    const cells = await sheetOf([[text('_x0041_'), null]]);
    expect(cells?.get('A5')?.value).toBe('_x005F_x0041_');
  });

  test('moves the point and nothing else, however large the amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (amount) => {
        const won = major(amount, 'KRW') as { number: string };
        const dollars = major(amount, 'USD') as { number: string };
        expect(BigInt(won.number)).toBe(amount);
        expect(BigInt(dollars.number.replace('.', ''))).toBe(amount);
        expect(dollars.number).toMatch(/^-?\d+\.\d\d$/);
      }),
    );
  });

  test('is named so that every browser can keep it', () => {
    expect(fileName('boston-2023', 'lost:follow_up:passed', '2023-05-03')).toBe(
      'boston-2023_lost-follow-up-passed_2023-05-03',
    );
    expect(dispositionOf(book([]), 'xlsx')).toBe(
      `attachment; filename="boston-2023_funnel_2023-05-03.xlsx"; filename*=UTF-8''${encodeURIComponent('보스턴 2023_전환 퍼널.xlsx')}`,
    );
    expect(dispositionOf({ file: 'a', fileTitle: 'a/b"c\n(1)' }, 'csv')).toBe(
      `attachment; filename="a.csv"; filename*=UTF-8''a%20b%20c%20%281%29.csv`,
    );
    expect(dispositionOf({ file: 'a', fileTitle: `${'a'.repeat(119)}😀` }, 'csv')).toBe(
      `attachment; filename="a.csv"; filename*=UTF-8''${'a'.repeat(119)}.csv`,
    );
  });
});

test('7.13 a name from right to left is written into a file as it is, without marks of direction', async () => {
  const startup = { id: 's1', name: 'שלום', nameEn: '', sector: 'ai' };
  const person = { id: 'p1', name: 'مرحبا', nameEn: '' };
  const pair: PairItem = {
    ...{
      id: 'pair',
      startup,
      investor: { id: 'i1', name: 'אלפא' },
      owner: person,
      stage: 'candidate',
      status: 'open',
    },
    ...{ stageSince: '2023-04-28T18:30:00.000Z', reasonCode: null, version: 1, amounts: [], interest: null },
    ...{ nextStep: { text: 'call', on: null, owner: person }, nextMeeting: null, gates: [] },
  };
  const say = sayIn('ko');
  const table = wholeTable('매칭', pairColumns({ say, locale: 'ko' }), [pair], say);
  const names = new Map([startup, person].map(({ id, name }) => [id, name]));
  const words = filterWords({ startup: ['s1'], owner: ['p1'] }, names, say, 'ko');
  const written = JSON.stringify([table.rows, words]);
  for (const name of ['שלום', 'مرحبا', 'אלפא']) expect(written).toContain(name);
  expect(written).not.toMatch(/[\u2066-\u2069]/);
});
