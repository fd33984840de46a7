import { expect, test } from 'vitest';
import { cellCode, type MatrixCell } from '@/lib/pair/rules/cells';
import { stripOf } from './cell-look';

const cell = (stage: MatrixCell['stage'], more: Partial<MatrixCell> = {}): string =>
  cellCode({ stage, status: 'open', money: false, matches: true, reachedMain: false, named: true, ...more });

test('a strip draws a row in its order, neighbours of one colour together, what is filtered out as nothing', () => {
  const row = [
    cell('candidate'),
    cell('follow_up'),
    cell('follow_up'),
    cell('main_session', { matches: false }),
  ].join('');
  expect(stripOf(row, [1, 2, 0, 3])).toBe(
    'linear-gradient(90deg, var(--stage-4) 0.00% 50.00%, var(--stage-0) 50.00% 100.00%)',
  );
  expect(stripOf(row, [])).toBe('none');
});
