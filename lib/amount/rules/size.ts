import { type Currency, fractionDigits, isCurrency } from '@/lib/core/currencies';

/** The smallest usual amount of a round, some ten thousand US dollars, in whole units; the others have 10,000. */
const SMALLEST_USUAL: Partial<Record<Currency, bigint>> = {
  CLP: 10_000_000n,
  CZK: 100_000n,
  HUF: 1_000_000n,
  IDR: 100_000_000n,
  INR: 500_000n,
  JPY: 1_000_000n,
  KRW: 10_000_000n,
  MXN: 100_000n,
  PHP: 500_000n,
  THB: 100_000n,
  TRY: 100_000n,
  TWD: 100_000n,
  VND: 100_000_000n,
  ZAR: 100_000n,
};

/**
 * An amount so small that its unit was probably left out (`210` for 210억): asked before it is saved. `minor` in minor
 * units of `currency`.
 */
export function isUnusuallySmall(minor: number | bigint, currency: string): boolean {
  if (!isCurrency(currency)) return false;
  return BigInt(minor) < smallestUsual(currency);
}

/** So many times the smallest usual amount is the largest one: 1,000억 won, 100 million dollars. */
const USUAL_SPAN = 10_000n;

/**
 * From which amount on one in this currency is asked, in its minor units. A program sets it in its base currency; for
 * the others it stands as high as their usual amounts do. Null of the program: what is usual.
 */
export function largeAmountIn(
  currency: Currency,
  program: { largeAmount: bigint | null; baseCurrency: string },
): bigint {
  const own = smallestUsual(currency);
  const base = isCurrency(program.baseCurrency) ? program.baseCurrency : 'KRW';
  if (program.largeAmount === null) return own * USUAL_SPAN;
  return currency === base ? program.largeAmount : (program.largeAmount * own) / smallestUsual(base);
}

/** `from` is the program's own bound; left out, what is usual. `minor` in minor units of `currency`. */
export function isUnusuallyLarge(minor: number | bigint, currency: string, from?: bigint): boolean {
  if (!isCurrency(currency)) return false;
  return BigInt(minor) >= (from ?? smallestUsual(currency) * USUAL_SPAN);
}

function smallestUsual(currency: Currency): bigint {
  return (SMALLEST_USUAL[currency] ?? 10_000n) * 10n ** BigInt(fractionDigits(currency));
}

/** The refusals of an amount that `confirmed` opens. */
export function isAboutSize(reason: string): boolean {
  return reason === 'unusually_small' || reason === 'unusually_large';
}
