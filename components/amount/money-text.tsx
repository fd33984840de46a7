import type { Locale } from '@/lib/core/locale';
import { formatMoney, formatMoneyExact, money } from '@/lib/core/money';

type Props = { minor: number | null; currency: string | null; locale: Locale; className?: string };

/** An amount as people say it, with every digit on hover; nothing where no amount was named. */
export function MoneyText({ minor, currency, locale, className }: Props) {
  if (!minor || !currency) return null;
  const value = money(minor, currency);
  const text = formatMoney(value, locale);
  const exact = formatMoneyExact(value, locale);
  return (
    <span className={className} title={exact === text ? undefined : exact}>
      {text}
    </span>
  );
}
