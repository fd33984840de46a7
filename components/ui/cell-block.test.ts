import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tiled } from './cell-block';

const size = fc.integer({ min: 1, max: 7 });

describe('a block of cells', () => {
  it('fills a range by one cell, and repeats where the range is a whole number of it', () => {
    expect(tiled([['a']], { rows: 2, columns: 3 })).toEqual([
      ['a', 'a', 'a'],
      ['a', 'a', 'a'],
    ]);
    expect(tiled([['a', 'b']], { rows: 2, columns: 1 })).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(tiled([['a'], ['b']], { rows: 4, columns: 1 })).toEqual([['a'], ['b'], ['a'], ['b']]);
  });

  it('lies there once where it does not fit the range', () => {
    expect(tiled([['a'], ['b'], ['c']], { rows: 4, columns: 1 })).toEqual([['a'], ['b'], ['c']]);
    expect(tiled([], { rows: 4, columns: 1 })).toEqual([]);
  });

  it('has in every cell what the block has there, counted from its corner again and again', () => {
    fc.assert(
      fc.property(size, size, size, size, (high, wide, rows, columns) => {
        const block = Array.from({ length: high }, (_, r) =>
          Array.from({ length: wide }, (_, c) => `${r} ${c}`),
        );
        const cells = tiled(block, { rows, columns });
        expect([high, rows]).toContain(cells.length);
        expect(cells.length % high).toBe(0);
        for (const [r, line] of cells.entries()) {
          expect(line.length % wide).toBe(0);
          for (const [c, cell] of line.entries()) expect(cell).toBe(`${r % high} ${c % wide}`);
        }
      }),
    );
  });
});
