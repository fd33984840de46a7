import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoneyInput } from './money-input';

const won = (text: string) => parseMoneyInput(text, 'KRW', 'ko');
const dollars = (text: string) => parseMoneyInput(text, 'USD', 'en');
const ok = (minor: bigint) => ({ ok: true, minor });
const no = (reason: string) => ({ ok: false, reason });

describe('parseMoneyInput', () => {
  it.each<[string, bigint]>([
    ['210억', 21_000_000_000n],
    ['3억 2천만', 320_000_000n],
    ['3억2,000만원', 320_000_000n],
    ['1.5억', 150_000_000n],
    ['84.5bn', 84_500_000_000n],
    ['1.2M', 1_200_000n],
    ['5k', 5_000n],
    ['1,000,000', 1_000_000n],
    ['２１０억', 21_000_000_000n],
    ['１，０００', 1_000n],
    [' 1 000 000 ', 1_000_000n],
    ['₩1,000', 1_000n],
    ['KRW 84.5 billion', 84_500_000_000n],
    ['1조 2,345억 원', 1_234_500_000_000n],
    ['12억 3,456만 7,891원', 1_234_567_891n],
    ['3천5백만원', 35_000_000n],
    ['천만 원', 10_000_000n],
    ['1.5천만', 15_000_000n],
    ['5천', 5_000n],
    ['3억 5,000원', 300_005_000n],
    ['2만 5000', 25_000n],
    ['0', 0n],
    ['-0', 0n],
    ['10만 원정', 100_000n],
    ['1000조', 1_000_000_000_000_000n],
  ])('reads %s', (text, minor) => {
    expect(won(text)).toEqual(ok(minor));
  });

  it.each([
    'abc',
    '1,5',
    '1,00,000',
    '1e5',
    '0x10',
    '억',
    '1억5천',
    '1억5천원',
    '3억 5000',
    '5억 3',
    '1조 12,345억',
    '만억',
    '1..5',
    '1.2.3억',
  ])('refuses %s, which is no one clear figure', (text) => expect(won(text)).toEqual(no('not_a_number')));

  it.each([
    '1억2억',
    '2만 3억',
    '1.5억 3천만',
    '1.5천5백만',
    '2백3천만',
    '5천천만',
    '--5',
    '1억 억',
    '원',
    '$5',
    '5 달러',
    'Infinity',
    '٣',
    '1'.repeat(41),
  ])('refuses %s as well', (text) => expect(won(text)).toEqual(no('not_a_number')));

  it('says why: empty, negative, too precise, too large', () => {
    expect(won('  ')).toEqual(no('empty'));
    expect(won('　')).toEqual(no('empty'));
    for (const text of ['-5억', '−5', '△5,000', '(5,000)']) expect(won(text)).toEqual(no('negative'));
    expect(won('0.5')).toEqual(no('too_precise'));
    expect(won('1.23456789억')).toEqual(ok(123_456_789n));
    expect(won('1.234567891억')).toEqual(no('too_precise'));
    expect(won('1000000000000001')).toEqual(no('too_large'));
    expect(won('9999조')).toEqual(no('too_large'));
    expect(dollars('10.001')).toEqual(no('too_precise'));
    expect(dollars('10tn')).toEqual(ok(10n ** 15n));
  });

  it('takes the currency by its sign, code or name, and refuses another one', () => {
    for (const text of ['$1.2m', 'USD 1,200,000.00', '1.2 million USD', '120만 달러', '1.2mn']) {
      expect(dollars(text)).toEqual(ok(120_000_000n));
    }
    for (const text of ['₩5', '5원', 'EUR 5', '€5']) expect(dollars(text)).toEqual(no('not_a_number'));
  });

  it('T37 reads any decimal exactly, where a float would not', () => {
    expect(dollars('9,007,199,254,740.99')).toEqual(ok(900_719_925_474_099n));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (minor) => {
        const text = minor.toString().padStart(3, '0');
        expect(dollars(`${text.slice(0, -2)}.${text.slice(-2)}`)).toEqual(ok(minor));
      }),
    );
  });

  it('answers any text at all without throwing', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789.,조억만천백십원 kmb-()') }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const read = won(text);
        if (read.ok) expect(read.minor >= 0n && read.minor <= 10n ** 15n).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
