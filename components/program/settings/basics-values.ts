import { formatMoneyExact, isCurrency, money } from '@/lib/core/money';
import { parseMoneyInput } from '@/lib/core/money-input';
import type { Locale } from '@/lib/core/scope';
import type { ActionResult } from '@/lib/platform/action';
import type { ProgramValues } from '../program-fields';

/** Amounts from which on something is asked: evidence, or whether the amount is meant. */
export const LIMITS = ['evidenceLimit', 'largeAmount'] as const;
export type Limit = (typeof LIMITS)[number];

/** As the form holds it: limits as they are typed, an empty text where nothing is set. */
export type Basics = ProgramValues & Record<Limit, string>;
/** As the server tells it: limits in minor units of the base currency. */
export type BasicsRecord = Omit<Basics, Limit | 'asOfDefault'> &
  Record<Limit, number | null> & { asOfDefault: string | null };

/** Minor units; null where nothing is typed, undefined where it cannot be read or names another currency. */
export function readLimit(text: string, currency: string): number | null | undefined {
  if (text.trim() === '') return null;
  const read = isCurrency(currency) ? parseMoneyInput(text, currency) : null;
  return read?.ok && read.currency === currency ? Number(read.minor) : undefined;
}

/** The limits that were typed and cannot be read. */
export function misread(values: Partial<Basics>, currency: string): Limit[] {
  return LIMITS.filter((limit) => {
    const typed = values[limit];
    return typed !== undefined && readLimit(typed, currency) === undefined;
  });
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

/** A refused edit comes back with the record as it stands now; the form goes on from it in its own words. */
export function resultInForm<T>(result: ActionResult<T>, locale: Locale): ActionResult<T> {
  if (result.ok || result.failed !== undefined || !isRecord(result.current)) return result;
  const { current } = result;
  const conflicts = current.conflicts?.map((conflict) =>
    LIMITS.some((limit) => limit === conflict.field)
      ? {
          ...conflict,
          theirs: limitText(conflict.theirs as number | null, current.baseCurrency, locale),
          original: limitText(conflict.original as number | null, current.baseCurrency, locale),
        }
      : conflict,
  );
  return { ...result, current: { ...current, ...fromRecord(current, locale), conflicts } };
}

type Current = BasicsRecord & { conflicts?: { field: string; theirs: unknown; original: unknown }[] };

function isRecord(current: unknown): current is Current {
  return (
    typeof current === 'object' && current !== null && 'evidenceLimit' in current && 'baseCurrency' in current
  );
}

function limitText(minor: number | null, currency: string, locale: Locale): string {
  return minor === null || !isCurrency(currency) ? '' : formatMoneyExact(money(minor, currency), locale);
}
