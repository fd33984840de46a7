import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCIES, type Currency, fractionDigits } from './currencies';
import {
  addMoney,
  convert,
  formatMoney,
  formatMoneyExact,
  formatMoneyShort,
  formatRate,
  type Money,
  money,
  sumByCurrency,
} from './money';

const krw = (minor: bigint | number) => money(minor, 'KRW');
const usd = (minor: bigint | number) => money(minor, 'USD');
const currencies = fc.constantFrom(...(Object.keys(CURRENCIES) as Currency[]));
/** Plain and round amounts: the round ones reach the short spellings. */
const minors = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 14 }))
  .map(([minor, zeros]) => (minor / 10n ** BigInt(zeros)) * 10n ** BigInt(zeros));
const amounts = fc.tuple(minors, currencies).map(([minor, currency]) => money(minor, currency));
const locales = fc.constantFrom('ko' as const, 'en' as const);

describe('money', () => {
  it('T37 takes whole minor units only, and never a float', () => {
    expect(money('84500000000', 'KRW').minor).toBe(84_500_000_000n);
    expect(money('-5', 'USD').minor).toBe(-5n);
    for (const wrong of [0.1, 2 ** 53, Number.NaN, Infinity, '1.0', '1e3', '', ' 1', '0x10']) {
      expect(() => money(wrong, 'KRW'), String(wrong)).toThrow(RangeError);
    }
  });

  it('knows ISO 4217 codes and nothing else', () => {
    expect(fractionDigits('KRW')).toBe(0);
    expect(fractionDigits('USD')).toBe(2);
    for (const wrong of ['XTS', 'krw', '', 'constructor', '__proto__', 'toString']) {
      expect(() => money(1, wrong), wrong).toThrow(RangeError);
    }
  });

  it('has the minor units of ISO 4217', () => {
    const none = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ');
    const three = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');
    for (const code of Object.keys(CURRENCIES) as Currency[]) {
      expect([code, fractionDigits(code)]).toEqual([
        code,
        none.includes(code) ? 0 : three.includes(code) ? 3 : 2,
      ]);
    }
  });

  it('T37 refuses to add two currencies', () => {
    expect(addMoney(krw(1), krw(2))).toEqual(krw(3));
    expect(() => addMoney(krw(1), usd(1))).toThrow(RangeError);
  });

  it('T37 sums each currency apart, exactly, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(amounts), (list) => {
        const sums = sumByCurrency(list);
        const present = [...new Set(list.map(({ currency }) => currency))].sort();
        expect(sums.map(({ currency }) => currency)).toEqual(present);
        for (const { minor, currency } of sums) {
          let byHand = 0n;
          for (const each of list) if (each.currency === currency) byHand += each.minor;
          expect(minor).toBe(byHand);
        }
        expect(sumByCurrency([...list].reverse())).toEqual(sums);
      }),
    );
  });
});

describe('convert', () => {
  const toWon = (rate: string) => ({ base: 'USD', quote: 'KRW', rate });

  it('T37 rounds once, halves away from zero', () => {
    expect(convert(usd(100_00), toWon('1340.00'))).toEqual(krw(134_000));
    expect(convert(usd(1), toWon('50'))).toEqual(krw(1));
    expect(convert(usd(1), toWon('49.99'))).toEqual(krw(0));
    expect(convert(usd(-1), toWon('50'))).toEqual(krw(-1));
    expect(convert(krw(1340), { base: 'KRW', quote: 'USD', rate: '0.000746268656716418' })).toEqual(usd(100));
    expect(convert(usd(9_007_199_254_740_993n), toWon('100'))).toEqual(krw(9_007_199_254_740_993n));
  });

  it('T37 is never further than half a minor unit from the exact quotient', () => {
    const rates = fc
      .tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 0, max: 9 }))
      .map(([digits, scale]) => ({ digits, scale }));
    fc.assert(
      fc.property(amounts, currencies, rates, (amount, quote, { digits, scale }) => {
        const text = digits.toString().padStart(scale + 1, '0');
        const rate = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
        const got = convert(amount, { base: amount.currency, quote, rate }).minor;
        const exactTop = amount.minor * digits * 10n ** BigInt(fractionDigits(quote));
        const exactBottom = 10n ** BigInt(scale) * 10n ** BigInt(fractionDigits(amount.currency));
        const away = got * exactBottom - exactTop;
        expect(2n * (away < 0n ? -away : away) <= exactBottom).toBe(true);
      }),
    );
  });

  it('refuses an amount in another currency and a rate that is no positive decimal', () => {
    expect(() => convert(krw(1), toWon('1340'))).toThrow(RangeError);
    for (const wrong of ['0', '0.00', '-1', '1e3', '1,340', '', 'NaN', '.5']) {
      expect(() => convert(usd(1), toWon(wrong)), wrong).toThrow(RangeError);
    }
  });
});

describe('formatting money', () => {
  it('writes Korean amounts in 조, 억 and 만 and drops nothing', () => {
    const cases: [Money, string][] = [
      [krw(84_500_000_000), '845억 원'],
      [krw(1_234_500_000_000), '1조 2,345억 원'],
      [krw(320_000_000), '3억 2,000만 원'],
      [krw(1_234_567_891), '12억 3,456만 7,891원'],
      [krw(100_000_001), '1억 1원'],
      [krw(10_000), '1만 원'],
      [krw(9_999), '9,999원'],
      [krw(0), '0원'],
      [krw(-84_500_000_000), '-845억 원'],
      [krw(123_456n * 10n ** 16n), '123,456경 원'],
      [usd(1_200_000_00), '120만 달러'],
      [usd(1_234_567_89), 'USD 1,234,567.89'],
      [usd(1_234_567_00), 'USD 1,234,567'],
      [usd(0), 'USD 0'],
      [money(500_000_000, 'JPY'), '5억 엔'],
      [money(30_000_00, 'SGD'), '3만 싱가포르 달러'],
      [money(30_000_00, 'PLN'), 'PLN 30,000'],
    ];
    for (const [amount, text] of cases) expect(formatMoney(amount, 'ko')).toBe(text);
  });

  it('writes English amounts in words only where three decimals say them exactly', () => {
    const cases: [Money, string][] = [
      [krw(84_500_000_000), 'KRW 84.5 billion'],
      [krw(1_234_500_000_000), 'KRW 1,234,500,000,000'],
      [krw(1_234_000_000), 'KRW 1.234 billion'],
      [krw(2_000_000_000_000), 'KRW 2 trillion'],
      [krw(999_999), 'KRW 999,999'],
      [usd(1_200_000_00), 'USD 1.2 million'],
      [usd(1_234_567_89), 'USD 1,234,567.89'],
      [usd(500_000_00), 'USD 500,000'],
      [usd(500_000_50), 'USD 500,000.50'],
      [usd(-5), 'USD -0.05'],
      [usd(-1_200_000_00), 'USD -1.2 million'],
    ];
    for (const [amount, text] of cases) expect(formatMoney(amount, 'en')).toBe(text);
  });

  it('writes every digit in the exact form', () => {
    expect(formatMoneyExact(krw(84_500_000_000), 'ko')).toBe('84,500,000,000원');
    expect(formatMoneyExact(krw(84_500_000_000), 'en')).toBe('KRW 84,500,000,000');
    expect(formatMoneyExact(usd(123_456_789), 'ko')).toBe('USD 1,234,567.89');
    expect(formatMoneyExact(money(5, 'KWD'), 'en')).toBe('KWD 0.005');
    expect(formatMoneyExact(krw(-1_000), 'ko')).toBe('-1,000원');
  });

  it('is short in narrow columns without rounding', () => {
    const cases: [Money, string, string][] = [
      [krw(26_500_000_000), '265억', '26.5bn'],
      [krw(320_000_000), '3.2억', '320m'],
      [krw(1_234_500_000_000), '12,345억', '1,234.5bn'],
      [krw(1_234_567_891), '1,234,567,891원', 'KRW 1,234,567,891'],
      [krw(-26_500_000_000), '-265억', '-26.5bn'],
      [krw(0), '0원', 'KRW 0'],
      [usd(1_200_000_00), '120만 달러', 'USD 1.2m'],
      [money(1_200_000_00, 'PLN'), 'PLN 120만', 'PLN 1.2m'],
    ];
    for (const [amount, ko, en] of cases) {
      expect([formatMoneyShort(amount, 'ko'), formatMoneyShort(amount, 'en')]).toEqual([ko, en]);
    }
  });

  it('never loses a won or a cent: every spelling, read by hand, gives the amount back', () => {
    fc.assert(
      fc.property(amounts, locales, (amount, locale) => {
        for (const format of [formatMoney, formatMoneyExact, formatMoneyShort]) {
          const text = format(amount, locale);
          expect([text, readByHand(text, amount.currency)]).toEqual([text, amount.minor]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('shows a rate with every decimal it has, and at least two', () => {
    const rate = (base: string, quote: string, text: string) => ({ base, quote, rate: text });
    expect(formatRate(rate('USD', 'KRW', '1340'), 'ko')).toBe('1 USD = 1,340.00원');
    expect(formatRate(rate('USD', 'KRW', '1340.00000000'), 'en')).toBe('1 USD = KRW 1,340.00');
    expect(formatRate(rate('JPY', 'KRW', '9.3125'), 'ko')).toBe('1 JPY = 9.3125원');
    expect(formatRate(rate('KRW', 'USD', '0.00074'), 'ko')).toBe('1 KRW = USD 0.00074');
  });
});

const POWERS: Record<string, number> = {
  경: 16,
  조: 12,
  억: 8,
  만: 4,
  trillion: 12,
  billion: 9,
  million: 6,
  tn: 12,
  bn: 9,
  m: 6,
  k: 3,
};

/** An independent reading: each figure times its unit, added up; in tenths of a millionth of the minor unit. */
function readByHand(text: string, currency: Currency): bigint {
  let sum = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of text
    .replace(currency, '')
    .matchAll(/([\d,]+)(?:\.(\d+))? ?(경|조|억|만|trillion|billion|million|tn|bn|m|k)?/g)) {
    const digits = BigInt(whole.replaceAll(',', '') + fraction.padEnd(20, '0'));
    sum += digits * 10n ** BigInt(POWERS[unit] ?? 0) * 10n ** BigInt(fractionDigits(currency));
  }
  const scale = 10n ** 20n;
  if (sum % scale !== 0n) throw new Error(`${text} holds less than a minor unit`);
  return (text.includes('-') ? -1n : 1n) * (sum / scale);
}
