import { describe, expect, it } from 'vitest';
import { money } from '@/lib/core/money';
import { partFigures } from './split';
import { nextSplitOrder, orderParts, readSplitOrder, writeSplitOrder } from './split-order';

const standing = { stage: 'video_call', reached: 'video_call', status: 'open', reasonCode: null } as const;
const parts = partFigures(
  {
    names: [
      { key: 'a', name: '가', nameEn: 'Zebra' },
      { key: 'b', name: '나', nameEn: 'Apple' },
      { key: 'c', name: '다', nameEn: '' },
    ],
    standings: [
      { ...standing, key: 'a', pairs: 2 },
      { ...standing, key: 'b', pairs: 5 },
      { ...standing, key: 'c', pairs: 2 },
    ],
    ...{ met: [], steps: [] },
    amounts: [
      { key: 'a', rung: 'discussed', money: money(7, 'KRW'), pairs: 1, leftOut: false },
      { key: 'c', rung: 'discussed', money: money(9, 'USD'), pairs: 1, leftOut: false },
    ],
  },
  [],
);
const orderOf = (text: string) => readSplitOrder(text) ?? { column: 'name' as const, down: false };
const keys = (text: string, locale: 'ko' | 'en' = 'ko') =>
  orderParts(parts, orderOf(text), locale).map(({ key }) => key);

describe('the order of parts', () => {
  it('is by name in the language of the reader, and turns round', () => {
    expect(keys('')).toEqual(['a', 'b', 'c']);
    expect(keys('-name', 'en')).toEqual(['c', 'a', 'b']);
  });

  it('is by a figure, equals by name', () => {
    expect(keys('-video_call')).toEqual(['b', 'a', 'c']);
    expect(keys('pairs')).toEqual(['a', 'c', 'b']);
  });

  it('puts what cannot be told in won behind, whichever way', () => {
    expect(keys('-sum_discussed')).toEqual(['a', 'b', 'c']);
    expect(keys('sum_discussed')).toEqual(['b', 'a', 'c']);
  });

  it('puts it behind also where its name comes first', () => {
    const turned = parts.map((part) => ({ ...part, name: { a: '다', b: '나', c: '가' }[part.key] ?? '' }));
    const order = (column: string) => orderParts(turned, orderOf(column), 'ko').map(({ key }) => key);
    expect(order('-sum_discussed')).toEqual(['a', 'b', 'c']);
    expect(order('sum_discussed')).toEqual(['b', 'a', 'c']);
  });

  it('is read from an address that may hold anything, and written back', () => {
    for (const text of ['', 'nobody', '-', '__proto__']) expect(readSplitOrder(text)).toBeNull();
    expect(writeSplitOrder(orderOf('-step_invested'))).toBe('-step_invested');
  });

  it('begins a column of numbers with the largest', () => {
    const order = nextSplitOrder({ column: 'name', down: false }, 'lost');
    expect(order).toEqual({ column: 'lost', down: true });
    expect(nextSplitOrder(order, 'lost')).toEqual({ column: 'lost', down: false });
  });
});
