import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CELL_WIDTH, cellAt, cellCode, type MatrixCell } from './cells';
import { STAGES, STATUSES } from './stages';

const cell: fc.Arbitrary<MatrixCell> = fc.record({
  stage: fc.constantFrom(...STAGES),
  status: fc.constantFrom(...STATUSES),
  money: fc.boolean(),
  matches: fc.boolean(),
  reachedMain: fc.boolean(),
  named: fc.boolean(),
});

describe('the code of a square', () => {
  test('says everything in two characters, wherever it stands in its row', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 50 }), (row) => {
        const codes = row.map(cellCode);
        expect(codes.every((code) => code.length === CELL_WIDTH)).toBe(true);
        expect(row.map((_, column) => cellAt(codes.join(''), column))).toEqual(row);
      }),
    );
  });

  test('is another one for every other square', () => {
    const all = STAGES.flatMap((stage) =>
      STATUSES.flatMap((status) =>
        Array.from({ length: 16 }, (_, bits) =>
          cellCode({
            stage,
            status,
            money: (bits & 1) > 0,
            matches: (bits & 2) > 0,
            reachedMain: (bits & 4) > 0,
            named: (bits & 8) > 0,
          }),
        ),
      ),
    );
    expect(new Set(all).size).toBe(5 * 5 * 16);
  });

  test('is nothing where there is no pair', () => {
    expect(cellAt('  ', 0)).toBeNull();
    expect(cellAt('a2', 1)).toBeNull();
    expect(cellAt('zz', 0)).toBeNull();
  });
});
