import type { Brand } from './brand';
import { type Currency, fractionDigits, isCurrency, koreanUnit } from './currencies';
import type { Locale } from './locale';
import { withThousands } from './numbers';

/** An exact amount: integer minor units (won, cents) of one ISO 4217 currency. Only `money` makes one. */
export type Money = Brand<{ readonly minor: bigint; readonly currency: Currency }, 'Money'>;

/** 1 `base` = `rate` `quote`; the rate is a decimal string such as `1340.00`, never a float. */
export type Rate = { readonly base: string; readonly quote: string; readonly rate: string };

/** Takes minor units. Throws RangeError on a fraction, an unsafe number or an unknown currency. */
export function money(minor: bigint | string | number, currency: string): Money {
  if (!isCurrency(currency)) throw new RangeError(`Unknown currency: ${currency}`);
  return { minor: wholeMinor(minor), currency } as Money;
}

function wholeMinor(minor: bigint | string | number): bigint {
  if (typeof minor === 'bigint') return minor;
  if (typeof minor === 'number' && Number.isSafeInteger(minor)) return BigInt(minor);
  if (typeof minor === 'string' && /^-?\d+$/.test(minor)) return BigInt(minor);
  throw new RangeError(`Not a whole number of minor units: ${minor}`);
}

/** Throws RangeError when the currencies differ: two currencies are never added. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`Cannot add ${b.currency} to ${a.currency}`);
  return money(a.minor + b.minor, a.currency);
}

/** One sum per currency that occurs, sorted by its code. */
export function sumByCurrency(list: Iterable<Money>): Money[] {
  const sums = new Map<Currency, bigint>();
  for (const { minor, currency } of list) sums.set(currency, (sums.get(currency) ?? 0n) + minor);
  return [...sums].map(([currency, minor]) => money(minor, currency)).sort(byCode);
}

function byCode(a: Money, b: Money): number {
  return a.currency < b.currency ? -1 : 1;
}

/**
 * From the rate's base to its quote, exactly, rounded once: to the quote's minor unit, halves away from zero.
 * Throws RangeError when the amount is not in the base, or the rate is not a positive decimal.
 */
export function convert(amount: Money, { base, quote, rate }: Rate): Money {
  if (amount.currency !== base) throw new RangeError(`A rate for ${base} cannot convert ${amount.currency}`);
  if (!isCurrency(quote)) throw new RangeError(`Unknown currency: ${quote}`);
  const [whole, fraction] = rateParts(rate);
  const numerator = amount.minor * BigInt(whole + fraction) * 10n ** BigInt(fractionDigits(quote));
  const denominator = 10n ** BigInt(fraction.length + fractionDigits(amount.currency));
  return money(divideHalfUp(numerator, denominator), quote);
}

/** The digits before and after the point. Throws RangeError on anything but a positive plain decimal. */
function rateParts(rate: string): [string, string] {
  const found = /^(\d{1,20})(?:\.(\d{1,20}))?$/.exec(rate);
  if (!found || !/[1-9]/.test(rate)) throw new RangeError(`Not an exchange rate: ${rate}`);
  return [found[1] ?? '', found[2] ?? ''];
}

function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

const KOREAN_UNITS = ['', '만', '억', '조', '경'];
const ENGLISH_UNITS: readonly (readonly [digits: number, word: string, short: string])[] = [
  [12, 'trillion', 'tn'],
  [9, 'billion', 'bn'],
  [6, 'million', 'm'],
];

/**
 * For reading, and exact all the same: `845억 원`, `3억 2,000만 원`, `12억 3,456만 7,891원`, `120만 달러`;
 * `KRW 84.5 billion`. What the words cannot say exactly is written out in full, as by
 * `formatMoneyExact`, without cents where there are none.
 */
export function formatMoney(m: Money, locale: Locale): string {
  const words = locale === 'ko' ? koreanWords(m) : englishWords(m);
  return words ?? formatMoneyExact(m, locale).replace(/\.0+$/, '');
}

/** Every digit: `84,500,000,000원` / `KRW 84,500,000,000`; foreign currencies by code: `USD 1,234,567.89`. */
export function formatMoneyExact(m: Money, locale: Locale): string {
  if (locale === 'ko' && m.currency === 'KRW') return `${withThousands(m.minor)}원`;
  return `${m.currency} ${majorDigits(m)}`;
}

/**
 * For narrow columns, one unit and never rounded: `265억`, `3.2억`, `120만 달러`; `84.5bn`, `USD 1.2m`. Won are
 * written without their name (the column says so); what one unit cannot say exactly is written out in full.
 */
export function formatMoneyShort(m: Money, locale: Locale): string {
  const units = locale === 'ko' ? KOREAN_SHORT : ENGLISH_SHORT;
  const figure = shortFigure(m, units, locale === 'ko' ? 1 : 2);
  if (figure === null) return formatMoneyExact(m, locale);
  if (m.currency === 'KRW') return figure;
  if (locale === 'en') return `${m.currency} ${figure}`;
  const unit = koreanUnit(m.currency);
  return unit ? `${figure} ${unit}` : `${m.currency} ${figure}`;
}

const KOREAN_SHORT = [12, 8, 4].map((digits) => [digits, KOREAN_UNITS[digits / 4] ?? ''] as const);
const ENGLISH_SHORT = [
  ...ENGLISH_UNITS.map(([digits, , short]) => [digits, short] as const),
  [3, 'k'] as const,
];

/** The amount in the largest unit that needs at most `decimals` digits after the point; null if there is none. */
function shortFigure(m: Money, units: readonly (readonly [number, string])[], decimals: number) {
  for (const [digits, unit] of units) {
    const figure = inUnit(m, digits, decimals);
    if (figure !== null) return figure + unit;
  }
  return null;
}

/** The amount in units of 10^digits of its major unit, or null if less than one, or if it needs more decimals. */
function inUnit(m: Money, digits: number, decimals: number): string | null {
  const one = 10n ** BigInt(digits + fractionDigits(m.currency));
  const size = m.minor < 0n ? -m.minor : m.minor;
  if (size < one || (size * 10n ** BigInt(decimals)) % one !== 0n) return null;
  const fraction = (((size % one) * 10n ** BigInt(decimals)) / one).toString().padStart(decimals, '0');
  const shown = fraction.replace(/(?<!0)0+$/, '');
  return sign(m) + withThousands(size / one) + (shown ? `.${shown}` : '');
}

function koreanWords(m: Money): string | null {
  const one = 10n ** BigInt(fractionDigits(m.currency));
  const size = (m.minor < 0n ? -m.minor : m.minor) / one;
  if (m.currency !== 'KRW') {
    const unit = koreanUnit(m.currency);
    const isWhole = size > 0n && m.minor % (10_000n * one) === 0n;
    return unit && isWhole ? `${sign(m)}${koreanGroups(size)} ${unit}` : null;
  }
  if (size < 10_000n) return null;
  return `${sign(m)}${koreanGroups(size)}${size % 10_000n === 0n ? ' 원' : '원'}`;
}

/** `12억 3,456만 7,891`: groups of four digits, the empty ones left out; 경 takes all that is above it. */
function koreanGroups(size: bigint): string {
  const groups: string[] = [];
  let rest = size;
  KOREAN_UNITS.forEach((unit, index) => {
    const isLast = index === KOREAN_UNITS.length - 1;
    const group = isLast ? rest : rest % 10_000n;
    rest /= 10_000n;
    if (group > 0n) groups.unshift(withThousands(group) + unit);
  });
  return groups.join(' ');
}

function englishWords(m: Money): string | null {
  for (const [digits, word] of ENGLISH_UNITS) {
    const size = m.minor < 0n ? -m.minor : m.minor;
    if (size < 10n ** BigInt(digits + fractionDigits(m.currency))) continue;
    const figure = inUnit(m, digits, 3);
    return figure && `${m.currency} ${figure} ${word}`;
  }
  return null;
}

/** The major unit with all its digits: `1,234,567.89`, `-0.05`. */
function majorDigits(m: Money): string {
  const [whole = '', fraction] = moneyFigure(m).replace('-', '').split('.');
  return sign(m) + withThousands(whole) + (fraction === undefined ? '' : `.${fraction}`);
}

/** A number that a spreadsheet takes for one: `84500000000`, `1234567.89`, `-0.05`; without its currency. */
export function moneyFigure(m: Money): string {
  const digits = fractionDigits(m.currency);
  const text = (m.minor < 0n ? -m.minor : m.minor).toString().padStart(digits + 1, '0');
  const point = text.length - digits;
  return sign(m) + text.slice(0, point) + (digits > 0 ? `.${text.slice(point)}` : '');
}

function sign(m: Money): string {
  return m.minor < 0n ? '-' : '';
}

/** `1 USD = 1,340.00원` / `1 USD = KRW 1,340.00`: at least two decimals, and every one that the rate has. */
export function formatRate({ base, quote, rate }: Rate, locale: Locale): string {
  const [whole, fraction] = rateParts(rate);
  const decimals = fraction.replace(/(?<!0)0+$/, '').padEnd(2, '0');
  const figure = `${withThousands(whole.replace(/^0+(?=\d)/, ''))}.${decimals}`;
  return locale === 'ko' && quote === 'KRW' ? `1 ${base} = ${figure}원` : `1 ${base} = ${quote} ${figure}`;
}
