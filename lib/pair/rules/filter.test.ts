import { describe, expect, it } from 'vitest';
import { readAmountRange, writeAmountRange } from './filter';

describe('a range of amounts', () => {
  it('is a currency and whole minor units, either end left out', () => {
    expect(readAmountRange('KRW:100-500')).toEqual({ currency: 'KRW', from: 100, to: 500 });
    expect(readAmountRange('USD:-500')).toEqual({ currency: 'USD', from: null, to: 500 });
    expect(readAmountRange('USD:0-')).toEqual({ currency: 'USD', from: 0, to: null });
    expect(readAmountRange('JPY:-')).toEqual({ currency: 'JPY', from: null, to: null });
  });

  it.each([
    'KRW',
    'KRW:',
    'won:1-2',
    'ZZZ:1-2',
    'KRW:5-4',
    'KRW:-1-2',
    'KRW:1.5-2',
    'KRW:1-1000000000000001',
  ])('is not %s', (text) => expect(readAmountRange(text)).toBeNull());

  it('is written as it is read', () => {
    for (const text of ['KRW:100-500', 'USD:-500', 'USD:0-', 'JPY:-'])
      expect(writeAmountRange(readAmountRange(text) ?? { currency: '', from: null, to: null })).toBe(text);
  });
});
