import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  HEADS,
  LARGEST,
  NAMES,
  rangeOf,
  SMALLEST,
  scrollAfterZoom,
  scrollToSquare,
  squareAt,
  squareUnder,
} from './map-geometry';

const window = { width: NAMES + 1200, height: HEADS + 600 };
const large = { rows: 150, columns: 400 };

describe('the map of a large cohort', () => {
  test('shows all of it at the smallest zoom', () => {
    const square = squareAt(SMALLEST, window, large);
    expect(square).toEqual({ width: 3, height: 4 });
    expect(rangeOf(0, 1200, square.width, large.columns, 0)).toEqual({ first: 0, last: 399 });
  });

  test('makes squares of equal sides once they are larger than the room asks for', () => {
    expect(squareAt(20, window, large)).toEqual({ width: 20, height: 20 });
    expect(squareAt(SMALLEST, window, { rows: 2, columns: 2 })).toEqual({ width: LARGEST, height: LARGEST });
  });

  test('draws what is in sight and no more than a few beyond, however it is scrolled', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20_000 }), fc.integer({ min: 18, max: 32 }), (scrolled, size) => {
        const { first, last } = rangeOf(scrolled, 1200, size, 400);
        expect(last - first + 1).toBeLessThanOrEqual(Math.ceil(1200 / size) + 4);
        const firstInSight = Math.floor(scrolled / size);
        if (firstInSight < 400) expect(first).toBeLessThanOrEqual(firstInSight);
      }),
    );
    expect(rangeOf(0, 1200, 20, 0)).toEqual({ first: 0, last: -1 });
  });

  test('keeps what lies under the pointer there while zooming', () => {
    const point = fc.record({
      x: fc.integer({ min: NAMES, max: 1300 }),
      y: fc.integer({ min: HEADS, max: 700 }),
    });
    const sizes = fc.tuple(fc.integer({ min: 4, max: 32 }), fc.integer({ min: 4, max: 32 }));
    fc.assert(
      fc.property(point, sizes, fc.nat({ max: 3000 }), fc.nat({ max: 3000 }), (at, [from, to], left, top) => {
        const before = { width: from, height: from };
        const after = { width: to, height: to };
        const scroll = scrollAfterZoom(at, { left, top }, before, after);
        const column = (left + at.x - NAMES) / from;
        // At the map's edge there is nothing to scroll over: then it gives way.
        if (scroll.left > 0) expect((scroll.left + at.x - NAMES) / to).toBeCloseTo(column, 6);
        if (scroll.top > 0)
          expect((scroll.top + at.y - HEADS) / to).toBeCloseTo((top + at.y - HEADS) / from, 6);
      }),
    );
  });

  test('finds the square under a point, and none over names or beside the map', () => {
    const square = { width: 20, height: 20 };
    const under = (x: number, y: number) => squareUnder({ x, y }, { left: 100, top: 40 }, square, large);
    expect(under(NAMES + 5, HEADS + 25)).toEqual({ row: 3, column: 5 });
    expect(under(NAMES - 1, HEADS + 25)).toBeNull();
    expect(
      squareUnder({ x: NAMES + 50, y: HEADS + 5 }, { left: 0, top: 0 }, square, { rows: 9, columns: 2 }),
    ).toBeNull();
  });

  test('scrolls to a square just as far as it takes', () => {
    const square = { width: 20, height: 20 };
    const from = { left: 200, top: 200 };
    expect(scrollToSquare({ row: 12, column: 30 }, from, square, window)).toEqual(from);
    expect(scrollToSquare({ row: 2, column: 399 }, from, square, window)).toEqual({
      left: 399 * 20 + 20 - 1200,
      top: 40,
    });
  });
});
