import { describe, expect, test } from 'vitest';
import type { LiveAmount, PairItem } from '@/lib/pair/schema';
import { pairItem } from '@/scripts/test/pair-item';

import { columnOf, sumsOf, toColumns } from './board-sums';

const item = (stage: PairItem['stage'], status: PairItem['status'], ...amounts: LiveAmount[]) =>
  pairItem({ id: `${stage} ${status}`, stage, status, amounts });
const amount = (rung: LiveAmount['rung'], minor: number, currency: string): LiveAmount => ({
  rung,
  minor,
  currency,
  effectiveOn: '2023-05-03',
});

describe('the columns of the board', () => {
  test('take open, invested and held pairs by their stage, closed ones apart', () => {
    expect(columnOf(item('follow_up', 'invested'))).toBe('follow_up');
    expect(columnOf(item('main_session', 'on_hold'))).toBe('main_session');
    expect(columnOf(item('main_session', 'passed'))).toBe('closed');
    expect(columnOf(item('video_call', 'withdrawn'))).toBe('closed');
  });

  test('hold every pair once', () => {
    const pairs = [item('candidate', 'open'), item('candidate', 'passed'), item('follow_up', 'open')];
    const columns = toColumns(pairs);
    expect(Object.values(columns).map((column) => column.length)).toEqual([1, 0, 0, 0, 1, 1]);
  });
});

describe('T37 the sums of a column', () => {
  test('stand by rung from the lowest and by currency, the own one first, and are added within both only', () => {
    const pairs = [
      item('follow_up', 'open', amount('loi', 300, 'USD')),
      item('follow_up', 'open', amount('discussed', 100, 'USD')),
      item('follow_up', 'open', amount('discussed', 7, 'KRW')),
      item('follow_up', 'open', amount('discussed', 8, 'KRW')),
    ];
    expect(sumsOf(pairs, 'KRW')).toEqual([
      {
        rung: 'discussed',
        lines: [
          { currency: 'KRW', minor: 15n },
          { currency: 'USD', minor: 100n },
        ],
      },
      { rung: 'loi', lines: [{ currency: 'USD', minor: 300n }] },
    ]);
  });

  test('are nothing without money', () => {
    expect(sumsOf([item('candidate', 'open')], 'KRW')).toEqual([]);
  });
});
