// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlTable, tabbedText } from './clipboard-table';
import { pastedCells } from './pasted-table';

const NAUGHTY = [
  '',
  ' ',
  'a\tb',
  'a\nb',
  'a\r\nb',
  '\r',
  '"',
  '""',
  '"quoted"',
  'say "hi"',
  "'",
  "'=1+1",
  '=1+1',
  '+82 2 123',
  '＝1',
  '-',
  '@cmd',
  '각'.normalize('NFD'),
  '👩‍👩‍👧‍👦',
  '❤️',
  '\u202Eabc',
  'ﷺ',
  '<b>&amp;</b>',
  '</td></tr></table>',
  '0010',
  '1,234',
  '2023-05-03',
];
const cell = fc.oneof(fc.constantFrom(...NAUGHTY), fc.string({ unit: 'binary' }));
/** Rows of one width, as a range of cells has them. */
const rows = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
  );

describe('cells on the clipboard', () => {
  it('come back from their text as they were, whatever they hold', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        expect(pastedCells({ text: tabbedText(cells), html: htmlTable(cells) })).toEqual(cells);
      }),
    );
  });

  it('come back from their table too, as far as a table shows spaces and breaks', () => {
    const seen = NAUGHTY.map((text) => text.trim()).filter((text) => !/[\r\t]/.test(text));
    const cells = seen.map((text) => [text, 'x']);
    const html = htmlTable(cells).replace(' data-roundtable', '');
    expect(pastedCells({ text: '', html })).toEqual(cells);
  });

  it('never begin with a formula', () => {
    expect(tabbedText([['=1+1', 'plain', '＝2']])).toBe("'=1+1\tplain\t'＝2");
    expect(htmlTable([['=1+1']])).toContain("<td>'=1+1</td>");
  });

  it('are quoted as Excel does where they hold a tab, a break or a quote', () => {
    expect(tabbedText([['a\tb', 'c\nd', 'e "f"', 'g']])).toBe('"a\tb"\t"c\nd"\t"e ""f"""\tg');
  });
});

describe('what others put on the clipboard', () => {
  it('is read from the text of Excel: a break at the end is no row, an empty line is', () => {
    expect(pastedCells({ text: 'a\t1\r\n\t\r\nb\t2\r\n', html: '' })).toEqual([
      ['a', '1'],
      ['', ''],
      ['b', '2'],
    ]);
    expect(pastedCells({ text: '\r\n', html: '' })).toEqual([['']]);
  });

  it('is read from the table of Excel where quotes leave the text unclear', () => {
    const html = `<html><body><!--StartFragment--><table><col width=64>
      <tr height=20><td class=xl65>"Alpha" fund</td><td>two<br style='mso-data-placement:same-cell'>
        lines&nbsp; of   text</td></tr></table><!--EndFragment--></body></html>`;
    expect(pastedCells({ text: '"Alpha" fund\t"two\nlines  of text"\r\n', html })).toEqual([
      ['"Alpha" fund', 'two\nlines of text'],
    ]);
  });

  it('keeps its places where cells are merged', () => {
    const html =
      '<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>';
    expect(pastedCells({ text: '', html })).toEqual([
      ['a', 'b', ''],
      ['', 'c', 'd'],
    ]);
  });

  it('is one cell of text where there is no table, and nothing where there is no text', () => {
    expect(pastedCells({ text: 'a "b', html: '<p>a "b</p>' })).toEqual([['a "b']]);
    expect(pastedCells({ text: '', html: '' })).toEqual([]);
    expect(pastedCells({ text: '', html: '<p>x</p>' })).toEqual([]);
  });

  it('fills rows that are shorter than others', () => {
    expect(pastedCells({ text: 'a\tb\tc\nd', html: '' })).toEqual([
      ['a', 'b', 'c'],
      ['d', '', ''],
    ]);
  });
});
