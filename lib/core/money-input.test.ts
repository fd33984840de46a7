import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCIES, type Currency } from './currencies';
import { formatMoney, formatMoneyExact, formatMoneyShort, money } from './money';
import { parseMoneyInput } from './money-input';

/** The reading as `KRW 300`, several with a bar between them, or the reason of a refusal. */
function readingOf(text: string, chosen: Currency): string {
  const read = parseMoneyInput(text, chosen);
  if (read.ok) return `${read.currency} ${read.minor}`;
  if (read.reason !== 'ambiguous') return read.reason;
  return read.readings.map(({ currency, minor }) => `${currency} ${minor}`).join(' | ');
}
const won = (text: string) => readingOf(text, 'KRW');
const dollars = (text: string) => readingOf(text, 'USD');

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
    expect(won(text)).toBe(`KRW ${minor}`);
  });

  it.each(['abc', '1,00,000', '1e5', '0x10', '억', '5억 3', '1조 12,345억', '만억', '1..5', '1.2.3억'])(
    'refuses %s, which is no one clear figure',
    (text) => expect(won(text)).toBe('not_a_number'),
  );

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
    'Infinity',
    '٣',
    '1'.repeat(41),
  ])('refuses %s as well', (text) => expect(won(text)).toBe('not_a_number'));

  it('says why: empty, negative, too precise, too large', () => {
    expect(won('  ')).toBe('empty');
    expect(won('　')).toBe('empty');
    for (const text of ['-5억', '−5', '△5,000', '(5,000)']) expect(won(text)).toBe('negative');
    expect(won('0.5')).toBe('too_precise');
    expect(won('1.23456789억')).toBe('KRW 123456789');
    expect(won('1.234567891억')).toBe('too_precise');
    expect(won('1000000000000001')).toBe('too_large');
    expect(won('9999조')).toBe('too_large');
    expect(dollars('10.001')).toBe('too_precise');
    expect(dollars('10tn')).toBe('USD 1000000000000000');
  });

  it('takes the currency by its sign, code or name, and refuses another one', () => {
    for (const text of ['$1.2m', 'USD 1,200,000.00', '1.2 million USD', '120만 달러', '1.2mn']) {
      expect(dollars(text)).toBe('USD 120000000');
    }
    expect(['₩5', '5원', 'EUR 5', '€5'].map(dollars)).toEqual(['KRW 5', 'KRW 5', 'EUR 500', 'EUR 500']);
    for (const text of ['₩5달러', 'USD 5원', '$5유로']) expect(dollars(text)).toBe('not_a_number');
  });

  it.each([
    ['12억5천', 'KRW 1250000000'],
    ['1조5천', 'KRW 1500000000000'],
    ['12억 5백', 'KRW 1205000000'],
    ['2만5천', 'KRW 25000'],
    ['300만 달러', 'USD 300000000'],
    ['50만불', 'USD 50000000'],
    ['미화 50만불', 'USD 50000000'],
    ['$3M', 'USD 300000000'],
    ['US$3MM', 'USD 300000000'],
    ['3억 2,000만', 'KRW 320000000'],
    ['1,200,000', 'KRW 1200000'],
    ['1.200.000', 'KRW 1200000'],
    ["1'200'000", 'KRW 1200000'],
    ['1,340', 'KRW 1340'],
    ['USD 1.2M', 'USD 120000000'],
    ['1.2M USD', 'USD 120000000'],
    ['1.2백만', 'KRW 1200000'],
    ['천만원', 'KRW 10000000'],
    ['2천', 'KRW 2000'],
    ['오천만원', 'KRW 50000000'],
    ['금 삼억원정', 'KRW 300000000'],
    ['￦５００，０００', 'KRW 500000'],
    ['＄３Ｍ', 'USD 300000000'],
    ['300만 달러'.normalize('NFD'), 'USD 300000000'],
    ['1조 2,345억', 'KRW 1234500000000'],
    ['1,5억', 'KRW 150000000'],
    ['€1.475,20', 'EUR 147520'],
    ['5억 엔', 'JPY 500000000'],
    ['3만 싱가포르 달러', 'SGD 3000000'],
    ['HK$ 3만', 'HKD 3000000'],
    ['U$3M', 'USD 300000000'],
    ['U$ 1,340', 'USD 134000'],
    ['50만 US달러', 'USD 50000000'],
    ['50만 US불', 'USD 50000000'],
    ['3억.', 'KRW 300000000'],
    ['$3M.', 'USD 300000000'],
    ['3억 5,000만 원。', 'KRW 350000000'],
  ])('7.37 %s is one figure with its currency', (text, reading) => expect(won(text)).toBe(reading));

  it.each([
    ['3억 5000', 'KRW 350000000 | KRW 300005000'],
    ['1억5천원', 'KRW 150000000 | KRW 100005000'],
    ['12억5천 달러', 'USD 125000000000 | USD 120000500000'],
    ['¥500만', 'JPY 5000000 | CNY 500000000'],
    ['KWD 1,340', 'KWD 1340000 | KWD 1340'],
  ])('7.37 %s is asked with both readings', (text, readings) => expect(won(text)).toBe(readings));

  it.each(['3억..', '3.', '5억 3', '12 34', '10²', '½억', '1,340,5억', '약 3억', '3~5억', '1.340,5,2'])(
    '7.37 %s is refused and not guessed at',
    (text) => expect(won(text)).toBe('not_a_number'),
  );

  it('7.37 a dollar sign means the chosen dollar, and the American one where none was chosen', () => {
    expect(readingOf('$3M', 'AUD')).toBe('AUD 300000000');
    expect(readingOf('300만 달러', 'SGD')).toBe('SGD 300000000');
    expect(readingOf('US$3M', 'AUD')).toBe('USD 300000000');
    expect(readingOf('¥500만', 'CNY')).toBe('CNY 500000000');
  });

  it('7.37 what is printed in either language reads back as the same money', () => {
    const printed = fc.record({
      minor: fc
        .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 14 }))
        .map(([minor, zeros]) => (minor / 10n ** BigInt(zeros)) * 10n ** BigInt(zeros)),
      currency: fc.constantFrom(...(Object.keys(CURRENCIES) as Currency[])),
      locale: fc.constantFrom('ko' as const, 'en' as const),
      format: fc.constantFrom(formatMoney, formatMoneyExact, formatMoneyShort),
      form: fc.constantFrom('NFC', 'NFD'),
    });
    fc.assert(
      fc.property(printed, ({ minor, currency, locale, format, form }) => {
        const text = format(money(minor, currency), locale).normalize(form);
        // A short form leaves the name of the won out, as its column says it.
        const chosen = format === formatMoneyShort ? currency : 'ZAR';
        expect([text, readingOf(text, chosen)]).toEqual([text, `${currency} ${minor}`]);
      }),
      { numRuns: 2000 },
    );
  });

  it('T37 reads any decimal exactly, where a float would not', () => {
    expect(dollars('9,007,199,254,740.99')).toBe('USD 900719925474099');
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (minor) => {
        const text = minor.toString().padStart(3, '0');
        expect(dollars(`${text.slice(0, -2)}.${text.slice(-2)}`)).toBe(`USD ${minor}`);
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
        const read = parseMoneyInput(text, 'KRW');
        if (read.ok) expect(read.minor >= 0n && read.minor <= 10n ** 15n).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
