import { describe, expect, test } from 'vitest';
import type { FigureRow } from './rows';
import { isRowSort, sortRows } from './sort-rows';

const row = (pair: string, more: Partial<FigureRow>): FigureRow => ({
  ...{ pair, entry: pair, stage: 'candidate', status: 'open', why: { kind: 'opening' } },
  startup: { id: 's', name: pair, nameEn: pair },
  investor: { id: 'i', name: 'Harbor' },
  ...{ effectiveAt: null, effectiveOn: null, recordedAt: '2023-05-01T00:00:00.000Z', by: null },
  ...{ means: 'web', reason: null, amount: null },
  ...more,
});
const order = (rows: readonly FigureRow[], sort: Parameters<typeof sortRows>[1]) =>
  sortRows(rows, sort)
    .map(({ pair }) => pair)
    .join('');

describe('the rows of a figure in another order', () => {
  test('stand by when it happened, a day before the instants that begin with it', () => {
    const rows = [
      row('a', { effectiveAt: '2023-05-03T09:00:00.000Z' }),
      row('b', { effectiveOn: '2023-05-03' }),
      row('c', { effectiveAt: '2023-05-02T23:00:00.000Z' }),
    ];
    expect(order(rows, 'happened')).toBe('cba');
    expect(order(rows, '-happened')).toBe('abc');
    expect(order(rows, '')).toBe('abc');
  });

  test('stand by amount within each currency, which is never compared with another', () => {
    const rows = [
      row('a', { amount: { minor: 9_000_000, currency: 'USD' } }),
      row('b', { amount: { minor: 20, currency: 'KRW' } }),
      row('c', { amount: { minor: 100, currency: 'KRW' } }),
    ];
    expect(order(rows, 'amount')).toBe('bca');
  });

  test('know their columns and nothing else', () => {
    expect(['recorded', '-by', '--by', 'why', ''].map(isRowSort)).toEqual([true, true, false, false, false]);
  });
});
