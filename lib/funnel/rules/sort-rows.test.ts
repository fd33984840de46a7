import { describe, expect, test } from 'vitest';
import type { FigureRow } from '../schema/sources';
import { isRowSort, sortRows } from './sort-rows';

const row = (pair: string, more: Partial<FigureRow>): FigureRow => ({
  ...{ pair, entry: pair, stage: 'candidate', status: 'open', why: { kind: 'opening' } },
  startup: { id: 's', name: pair, nameEn: pair },
  investor: { id: 'i', name: 'Harbor' },
  ...{ effectiveAt: null, effectiveOn: null, recordedAt: '2023-05-01T00:00:00.000Z', by: null },
  ...{ means: 'web', reason: null, amount: null },
  ...more,
});
const order = (
  rows: readonly FigureRow[],
  sort: Parameters<typeof sortRows>[1],
  locale: 'ko' | 'en' = 'ko',
) =>
  sortRows(rows, sort, locale)
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

  test('7.40 stand by the names that the reader sees, of people as of startups', () => {
    const by = (name: string, nameEn: string) => ({ id: name, name, nameEn });
    const rows = [
      row('a', { by: by('가온', 'Zoe'), startup: by('하늘', 'Alpha') }),
      row('b', { by: by('나래', 'Ann'), startup: by('누리', 'Beta') }),
    ];
    expect([order(rows, 'by'), order(rows, 'by', 'en')]).toEqual(['ab', 'ba']);
    expect([order(rows, 'startup'), order(rows, 'startup', 'en')]).toEqual(['ba', 'ab']);
  });

  test('7.17 stand with what is missing last, upwards and downwards', () => {
    const rows = [
      row('a', {}),
      row('b', { amount: { minor: 20, currency: 'KRW' } }),
      row('c', { amount: { minor: 100, currency: 'KRW' } }),
    ];
    expect([order(rows, 'amount'), order(rows, '-amount')]).toEqual(['bca', 'cba']);
  });

  test('know their columns and nothing else', () => {
    expect(['recorded', '-by', '--by', 'why', ''].map(isRowSort)).toEqual([true, true, false, false, false]);
  });
});
