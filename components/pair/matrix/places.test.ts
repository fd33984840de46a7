import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextPlace } from '@/components/ui/grid-places';
import { cardPosition } from './place-card';

const size = { rows: 15, columns: 38 };
const press = (key: string, row: number, column: number, ctrlKey = false) =>
  nextPlace({ key, ctrlKey }, { row, column }, size);

describe('the keys of the matrix', () => {
  test('step by one square and reach the headings', () => {
    expect(press('ArrowRight', 3, 4)).toEqual({ row: 3, column: 5 });
    expect(press('ArrowUp', 0, 4)).toEqual({ row: -1, column: 4 });
    expect(press('ArrowLeft', 3, 0)).toEqual({ row: 3, column: -1 });
  });

  test('jump to the ends of a row, by five rows, and to the corners', () => {
    expect(press('Home', 3, 20)).toEqual({ row: 3, column: 0 });
    expect(press('End', 3, 20)).toEqual({ row: 3, column: 37 });
    expect(press('PageDown', 3, 20)).toEqual({ row: 8, column: 20 });
    expect(press('PageUp', 3, 20)).toEqual({ row: 0, column: 20 });
    expect(press('End', 3, 20, true)).toEqual({ row: 14, column: 37 });
    expect(press('Home', 3, 20, true)).toEqual({ row: 0, column: 0 });
  });

  test('leave other keys alone', () => {
    expect(press('a', 1, 1)).toBeNull();
    expect(press('Tab', 1, 1)).toBeNull();
  });

  test('never leave the grid nor stop in its empty corner', () => {
    const keys = fc.constantFrom(
      'ArrowLeft',
      'ArrowRight',
      'ArrowUp',
      'ArrowDown',
      'PageUp',
      'PageDown',
      'Home',
      'End',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.boolean()), { maxLength: 40 }), (presses) => {
        let place = { row: 0, column: 0 };
        for (const [key, ctrlKey] of presses) place = nextPlace({ key, ctrlKey }, place, size) ?? place;
        expect(place.row).toBeGreaterThanOrEqual(-1);
        expect(place.row).toBeLessThan(15);
        expect(place.column).toBeGreaterThanOrEqual(-1);
        expect(place.column).toBeLessThan(38);
        expect(place).not.toEqual({ row: -1, column: -1 });
      }),
    );
  });
});

describe('the card of a square', () => {
  const card = { width: 352, height: 260 };
  const window = { width: 1440, height: 900 };
  const at = (left: number, top: number) => ({ left, top, width: 26, height: 26 });

  test('stands corner to corner, so that row and column stay free', () => {
    expect(cardPosition(at(500, 300), card, window)).toEqual({ left: 532, top: 332 });
  });

  test('turns over at the right and at the bottom', () => {
    expect(cardPosition(at(1300, 800), card, window)).toEqual({ left: 1300 - 6 - 352, top: 800 - 6 - 260 });
  });

  test('stays inside a window that is too small for either side', () => {
    expect(cardPosition(at(150, 200), card, { width: 390, height: 420 })).toEqual({ left: 8, top: 8 });
  });
});
