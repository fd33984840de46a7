import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, readWhole } from './number-input';

const read = (text: string) => {
  const reading = readNumber(text);
  if (reading.ok) return reading.value;
  return reading.reason === 'ambiguous' ? reading.readings : reading.reason;
};

describe('a number as it is typed or pasted', () => {
  it.each([
    ['9,8765', '9.8765'],
    ['1340,5', '1340.5'],
    ['1.475,20', '1475.20'],
    ['1,475.20', '1475.20'],
    ['1 475,20', '1475.20'],
    ['1\u00A0475,20', '1475.20'],
    ["1'475.20", '1475.20'],
    ['1’475’200,5', '1475200.5'],
    ['1,340,000', '1340000'],
    ['1.340.000', '1340000'],
    ['1 340', '1340'],
    ['1.475', '1.475'],
    ['1340,500', '1340.500'],
    ['0,913', '0.913'],
    ['１，４７５．２０', '1475.20'],
    [' +1340 ', '1340'],
    ['-0', '0'],
  ])('7.16 %s reads as %s', (text, value) => expect(read(text)).toBe(value));

  it('7.16 a comma before three digits is asked with both readings', () => {
    expect(read('1,340')).toEqual(['1340', '1.340']);
    expect(read('１，３４０')).toEqual(['1340', '1.340']);
    expect(readNumber('1,340', 'grouping')).toEqual({ ok: true, value: '1340' });
    expect(readNumber('1,340', 'decimal')).toEqual({ ok: true, value: '1.340' });
    expect(readNumber('1.340', 'decimal')).toEqual({ ok: true, value: '1340' });
    expect(readNumber('1.340', 'grouping')).toEqual({ ok: true, value: '1.340' });
    expect(readNumber('1341.5', 'decimal')).toEqual({ ok: true, value: '1341.5' });
    expect(readNumber('-1.340', 'decimal')).toEqual({ ok: false, reason: 'negative' });
  });

  it.each([
    '1,00,000',
    '1,340,5',
    '1.2.3',
    '12 34',
    '1,',
    ',5',
    '1..5',
    '1e5',
    '0x10',
    '10²',
    '٣',
    '1,340.500,2',
    'x',
  ])('7.16 %s is refused', (text) => expect(read(text)).toBe('not_a_number'));

  it('7.16 a whole number may be grouped and full-width, and nothing else', () => {
    expect(['90', '９０', '1,200', '1 200', ' 5 '].map(readWhole)).toEqual([90, 90, 1200, 1200, 5]);
    expect(['', '1,5', '1.5', '-5', '1e2', '0x10', '5분'].map(readWhole)).toEqual(Array(7).fill(null));
  });

  it('7.16 any number reads the same with every pair of marks that is not in doubt', () => {
    const marks = fc.constantFrom([',', '.'], ['.', ','], [' ', ','], [' ', '.'], ["'", '.']);
    const parts = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.stringMatching(/^\d{1,8}$/), marks);
    fc.assert(
      fc.property(parts, ([whole, fraction, [group = '', mark = '']]) => {
        fc.pre(whole >= 1000n);
        const grouped = whole.toString().replace(/\B(?=(?:\d{3})+$)/g, group);
        expect(read(`${grouped}${mark}${fraction}`)).toBe(`${whole}.${fraction}`);
      }),
    );
  });
});
