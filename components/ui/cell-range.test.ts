import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellMark, ledOn, placeWithin, rangeSides, rowMark, wholeColumns, wholeRows } from './cell-range';
import { GRID_KEYS } from './grid-places';

const field = { rows: 5, firstColumn: 1, lastColumn: 4 };
const at = (row: number, column: number) => ({ row, column });
const range = (...[top, left, bottom, right]: [number, number, number, number]) => ({
  anchor: at(top, left),
  focus: at(bottom, right),
});

describe('a range of cells', () => {
  it('is led on by its moving corner and may turn over its anchor', () => {
    const one = range(2, 2, 2, 2);
    const up = ledOn(one, 'ArrowUp', false, field) ?? one;
    expect(rangeSides(up)).toEqual({ top: 1, bottom: 2, left: 2, right: 2 });
    const down = ['ArrowDown', 'ArrowDown'].reduce((now, key) => ledOn(now, key, false, field) ?? now, up);
    expect(rangeSides(down)).toEqual({ top: 2, bottom: 3, left: 2, right: 2 });
    expect(ledOn(one, 'x', false, field)).toBeNull();
  });

  it('goes to the edge with Ctrl, and neither into the head nor the boxes', () => {
    const one = range(2, 2, 2, 2);
    expect(ledOn(one, 'ArrowUp', true, field)?.focus).toEqual(at(0, 2));
    expect(ledOn(one, 'ArrowLeft', true, field)?.focus).toEqual(at(2, 1));
    expect(ledOn(one, 'End', true, field)?.focus).toEqual(at(4, 4));
    expect(ledOn(one, 'Home', false, field)?.focus).toEqual(at(2, 1));
    expect(ledOn(range(0, 1, 0, 1), 'ArrowUp', false, field)?.focus).toEqual(at(0, 1));
  });

  it('takes whole rows and columns', () => {
    expect(rangeSides(wholeRows(range(3, 2, 1, 2), field))).toEqual({ top: 1, bottom: 3, left: 1, right: 4 });
    expect(rangeSides(wholeColumns(range(3, 2, 1, 3), field))).toEqual({
      top: 0,
      bottom: 4,
      left: 2,
      right: 3,
    });
  });

  it('is nowhere in a grid without rows', () => {
    expect(placeWithin(at(0, 1), { ...field, rows: 0 })).toBeNull();
  });

  it('marks exactly the cells between its sides, and its edges once around', () => {
    const place = fc.record({ row: fc.nat(4), column: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(place, place, place, (anchor, focus, { row, column }) => {
        const sides = rangeSides({ anchor, focus });
        const mark = cellMark(rowMark(sides, row), column);
        const { top, bottom, left, right } = sides;
        const isInside = row >= top && row <= bottom && column >= left && column <= right;
        expect(mark !== null).toBe(isInside);
        if (mark === null) return;
        const tokens = mark.split(' ');
        expect(tokens.includes('top')).toBe(row === top);
        expect(tokens.includes('bottom')).toBe(row === bottom);
        expect(tokens.includes('start')).toBe(column === left);
        expect(tokens.includes('end')).toBe(column === right);
      }),
    );
  });

  it('stays within the field, whatever keys are pressed', () => {
    const press = fc.record({ key: fc.constantFrom(...GRID_KEYS), toEdge: fc.boolean() });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 30 }), (presses) => {
        let now = range(2, 2, 2, 2);
        for (const { key, toEdge } of presses) now = ledOn(now, key, toEdge, field) ?? now;
        expect(placeWithin(now.focus, field)).toEqual(now.focus);
        expect(now.anchor).toEqual(at(2, 2));
      }),
    );
  });
});
