import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from './csv';
import { unguarded } from './formula-guard';

describe('lines of a file', () => {
  it('are read with commas, semicolons or tabs, a mark at the start and either end of line', () => {
    const expected = [
      ['이름', '불가'],
      ['가람', '1'],
    ];
    for (const text of ['\uFEFF이름,불가\r\n가람,1\r\n', '이름;불가\n가람;1', '이름\t불가\r가람\t1']) {
      expect(readCsv(text).map(({ cells }) => cells)).toEqual(expected);
    }
  });

  it('keep what stands in quotes, and the numbers an editor shows', () => {
    expect(readCsv('a,b\n"1 ""2"", 3","x\ny"\n\nlast,1')).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 2, cells: ['1 "2", 3', 'x\ny'] },
      { number: 5, cells: ['last', '1'] },
    ]);
  });

  it('never begin with a formula, and come back as they were', () => {
    const text = writeCsv([['=1+1', 'a,b']]);
    expect(text).toBe('\uFEFF\'=1+1,"a,b"\r\n');
    expect(unguarded(readCsv(text)[0]?.cells[0] ?? '')).toBe('=1+1');
    expect(unguarded("'quoted'")).toBe("'quoted'");
  });

  it('take a quote that has no other for a sign like any other, and lose no line', () => {
    expect(readCsv('a,"b\n5" pipe,1\nc,d').map(({ cells }) => cells)).toEqual([
      ['a', '"b'],
      ['5" pipe', '1'],
      ['c', 'd'],
    ]);
  });

  it('are read whatever is pasted, and come back as they were written', () => {
    const sign = fc.constantFrom('a', '가', ',', ';', '\t', '"', '=', "'", ' ');
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(sign, fc.constantFrom('\n', '\r')) }), (text) => {
        const lines = readCsv(text);
        const numbers = lines.map(({ number }) => number);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        expect(lines.every(({ cells }) => cells.some((cell) => cell !== ''))).toBe(true);
      }),
    );
    const cell = fc.string({ unit: sign }).map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), (cells) => {
        const [head, row] = readCsv(writeCsv([cells.map(() => 'x'), ['y', ...cells.slice(1)]]));
        expect(head?.cells.length).toBe(cells.length);
        expect(row?.cells.slice(1).map(unguarded)).toEqual(cells.slice(1));
      }),
    );
  });
});
