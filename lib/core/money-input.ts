import { type Currency, fractionDigits, koreanUnit } from './currencies';
import type { Locale } from './locale';

export type MoneyInput =
  | { ok: true; minor: bigint }
  | { ok: false; reason: 'empty' | 'not_a_number' | 'too_precise' | 'too_large' | 'negative' };

/** The most that one entry may hold, in minor units: 1,000조 won, 10 trillion dollars. */
const MOST = 10n ** 15n;
/** Decimals of the working unit; texts longer than this are refused, so that every step below is exact. */
const SCALE = 40;

const ENGLISH: Record<string, number> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  mil: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  t: 12,
  tn: 12,
  trillion: 12,
};
const KOREAN_SMALL: Record<string, bigint> = { 천: 1000n, 백: 100n, 십: 10n };
const KOREAN_BIG: Record<string, bigint> = { 조: 10n ** 12n, 억: 10n ** 8n, 만: 10n ** 4n };
const SYMBOLS: Partial<Record<Currency, string>> = {
  KRW: '₩',
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  CNY: '¥',
};
const NUMBER = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/**
 * What a person typed, in minor units: `210억`, `3억 2천만`, `1.5억`, `84.5bn`, `1,000,000`, with the currency's own
 * name, code or sign around it. Both languages' spellings are read in both, so that a pasted figure is never misread.
 * Shorthand that people read in two ways (`1억5천`, `3억 5000`, `1,5`) is refused as `not_a_number`.
 */
export function parseMoneyInput(text: string, currency: Currency, _locale?: Locale): MoneyInput {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  if (plain === '') return { ok: false, reason: 'empty' };
  if (plain.length > SCALE) return { ok: false, reason: 'not_a_number' };
  const { body, negative } = withoutSign(plain);
  const { digits, named } = withoutCurrency(body, currency);
  const scaled = englishAmount(digits) ?? koreanAmount(digits, named);
  if (scaled === null) return { ok: false, reason: 'not_a_number' };
  if (negative && scaled > 0n) return { ok: false, reason: 'negative' };
  const unit = 10n ** BigInt(SCALE - fractionDigits(currency));
  if (scaled % unit !== 0n) return { ok: false, reason: 'too_precise' };
  const minor = scaled / unit;
  return minor > MOST ? { ok: false, reason: 'too_large' } : { ok: true, minor };
}

/** A minus, the triangle of Korean accounts, or brackets around the whole. */
function withoutSign(text: string): { body: string; negative: boolean } {
  const found = /^(?:[-−–△▲](.*)|\((.*)\))$/.exec(text);
  if (found) return { body: found[1] ?? found[2] ?? '', negative: true };
  return { body: text.replace(/^\+/, ''), negative: false };
}

function withoutCurrency(text: string, currency: Currency): { digits: string; named: boolean } {
  const code = currency.toLowerCase();
  const korean = koreanUnit(currency)?.replace(/\s/g, '');
  const names = [code, SYMBOLS[currency], korean, currency === 'KRW' ? '원정' : undefined];
  for (const name of names.filter((each) => each !== undefined)) {
    if (text.startsWith(name)) return { digits: text.slice(name.length), named: true };
    if (text.endsWith(name)) return { digits: text.slice(0, -name.length), named: true };
  }
  return { digits: text, named: false };
}

function decimal(text: string): bigint | null {
  if (!NUMBER.test(text)) return null;
  const [whole = '', fraction = ''] = text.replaceAll(',', '').split('.');
  return BigInt(whole + fraction.padEnd(SCALE, '0'));
}

function englishAmount(text: string): bigint | null {
  const found = /^([\d.,]+)([a-z]*)$/.exec(text);
  const power = found?.[2] ? ENGLISH[found[2]] : 0;
  const figure = decimal(found?.[1] ?? '');
  return figure === null || power === undefined ? null : figure * 10n ** BigInt(power);
}

/** Reads `1조 2,345억`, `3억 2천만`, `5백`; null for anything that is not one clear figure. */
function koreanAmount(text: string, named: boolean): bigint | null {
  const groups = [...text.matchAll(/([^조억만]*)([조억만]|$)/g)].filter(([all]) => all !== '');
  if (groups.length > 1 && text.includes('.')) return null;
  let total = 0n;
  let above: bigint | null = null;
  for (const [, figure = '', unit = ''] of groups) {
    const size = unit ? KOREAN_BIG[unit] : 1n;
    const section = koreanSection(figure);
    if (size === undefined || section === null) return null;
    if (above !== null && section * size >= above * 10n ** BigInt(SCALE)) return null;
    if (unit === '' && above !== null && !isClearRest(figure, above, named)) return null;
    total += section * size;
    above = size;
  }
  return groups.length > 0 ? total : null;
}

/** `3억 5000` is said for 3억 5000만 too: a rest without a unit needs 만 before it, or the currency after it. */
function isClearRest(figure: string, above: bigint, named: boolean): boolean {
  return !/[천백십]/.test(figure) && (named || above === 10_000n);
}

/** Below 만: a plain figure, or one with 천, 백, 십 in falling order, where `천` alone is one thousand. */
function koreanSection(text: string): bigint | null {
  const tokens = [...text.matchAll(/([\d.,]*)([천백십]|$)/g)].filter(([all]) => all !== '');
  if (tokens.map(([all]) => all).join('') !== text || tokens.length === 0) return null;
  if (tokens.length > 1 && text.includes('.')) return null;
  let total = 0n;
  let above: bigint | null = null;
  for (const [, figure = '', unit = ''] of tokens) {
    const size = unit ? (KOREAN_SMALL[unit] ?? 0n) : 1n;
    const count = figure === '' ? 10n ** BigInt(SCALE) : decimal(figure);
    if (count === null || (above !== null && count * size >= above * 10n ** BigInt(SCALE))) return null;
    total += count * size;
    above = size;
  }
  return total;
}
