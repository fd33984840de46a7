import { useLocale } from 'next-intl';
import type { Locale } from '@/lib/core/locale';
import { formatMoney, formatMoneyExact, money } from '@/lib/core/money';
import type { WireTotal } from '@/lib/funnel/schema/figures';

/** One line a currency; every digit, or in words with the digits on hover. */
export function TotalLines({
  totals,
  exact,
  className,
}: {
  totals: readonly WireTotal[];
  exact?: boolean;
  className?: string;
}) {
  const locale = useLocale();
  if (totals.length === 0) return '–';
  return totals.map(({ currency, minor }) => {
    const total = money(minor, currency);
    const digits = formatMoneyExact(total, locale);
    return (
      <span key={currency} className={`block tabular-nums ${className ?? ''}`} title={digits}>
        {exact ? digits : formatMoney(total, locale)}
      </span>
    );
  });
}

export function totalsText(totals: readonly WireTotal[], locale: Locale): string {
  return totals.map(({ currency, minor }) => formatMoney(money(minor, currency), locale)).join(' · ');
}
