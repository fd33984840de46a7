import { formatNumber } from '@/lib/core/dates';
import { formatMoney, money } from '@/lib/core/money';
import type { Locale } from '@/lib/core/scope';
import type { Difference } from '@/lib/report/rules/differences';
import { signed } from './signed';

/** `+3`, `−12억 원`; money without a common currency says only its pairs. */
export function changeText({ before, now }: Difference, locale: Locale): string {
  const [was, is] = [before.money?.krw ?? null, now.money?.krw ?? null];
  if (was !== null && is !== null && BigInt(is) !== BigInt(was)) {
    return signed(BigInt(is) - BigInt(was), (won) => formatMoney(money(won, 'KRW'), locale));
  }
  return signed(BigInt(now.pairs - before.pairs), (pairs) => formatNumber(pairs));
}
