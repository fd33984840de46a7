import { isUnusuallyLarge, isUnusuallySmall, largeAmountIn } from '@/lib/amount/rules/size';
import { isCurrency } from '@/lib/core/currencies';
import type { Locale } from '@/lib/core/locale';
import { formatMoneyExact, money } from '@/lib/core/money';
import { parseMoneyInput } from '@/lib/core/money-input';
import type { ProgramItem } from '@/lib/program/schema/settings';
import type { ProgramValues } from '../program-fields';

/** Amounts from which on something is asked: evidence, or whether the amount is meant. */
export const LIMITS = ['evidenceLimit', 'largeAmount'] as const;
export type AmountLimit = (typeof LIMITS)[number];

/** As the form holds it: limits as they are typed, an empty text where nothing is set. */
export type Basics = ProgramValues & Record<AmountLimit, string>;
/** As the server tells it: limits in minor units of the base currency. */
export type BasicsRecord = Pick<ProgramItem, keyof Basics>;

/** Minor units; null where nothing is typed, undefined where it cannot be read or names another currency. */
export function readLimit(text: string, currency: string): number | null | undefined {
  if (text.trim() === '') return null;
  const read = isCurrency(currency) ? parseMoneyInput(text, currency) : null;
  return read?.ok && read.currency === currency ? Number(read.minor) : undefined;
}

/** Why a text is no limit: it cannot be read, or it is an amount in another currency. */
export function misreadLimit(text: string, currency: string): 'limitMisread' | 'limitElsewhere' {
  const read = isCurrency(currency) ? parseMoneyInput(text, currency) : null;
  const readings = read?.ok ? [read] : read?.reason === 'ambiguous' ? read.readings : [];
  const isElsewhere = readings.length > 0 && readings.every((each) => each.currency !== currency);
  return isElsewhere ? 'limitElsewhere' : 'limitMisread';
}

/** From which limit on it is asked, in minor units: what lies above the largest usual amount. */
export function largeLimitFrom(currency: string): bigint {
  const baseCurrency = isCurrency(currency) ? currency : 'KRW';
  return largeAmountIn(baseCurrency, { largeAmount: null, baseCurrency }) + 1n;
}

/** What stands in the way of a typed limit; null where it may be saved. A question is answered by `confirmed`. */
export function problemOfLimit(text: string, currency: string, confirmed: boolean) {
  const minor = readLimit(text, currency);
  if (minor === undefined) return misreadLimit(text, currency);
  if (minor === null || confirmed) return null;
  if (isUnusuallySmall(minor, currency)) return 'unusually_small';
  return isUnusuallyLarge(minor, currency, largeLimitFrom(currency)) ? 'unusually_large' : null;
}

export function fromRecord(record: BasicsRecord, locale: Locale): Basics {
  const { evidenceLimit, largeAmount, asOfDefault, baseCurrency } = record;
  return {
    ...record,
    asOfDefault: asOfDefault ?? '',
    evidenceLimit: limitText(evidenceLimit, baseCurrency, locale),
    largeAmount: limitText(largeAmount, baseCurrency, locale),
  };
}

/** An empty date or limit means none. */
export function toRecord(values: Partial<Basics>, currency: string): Partial<BasicsRecord> {
  const { evidenceLimit, largeAmount, asOfDefault, ...rest } = values;
  return {
    ...rest,
    ...(asOfDefault !== undefined && { asOfDefault: asOfDefault || null }),
    ...(evidenceLimit !== undefined && { evidenceLimit: readLimit(evidenceLimit, currency) ?? null }),
    ...(largeAmount !== undefined && { largeAmount: readLimit(largeAmount, currency) ?? null }),
  };
}

export function limitText(minor: number | null, currency: string, locale: Locale): string {
  return minor === null || !isCurrency(currency) ? '' : formatMoneyExact(money(minor, currency), locale);
}
