import { useLocale } from 'next-intl';
import { formatMoneyExact, formatMoneyShort, money } from '@/lib/core/money';

/** One line a currency, each exact; a dash where there is none. Every digit under the pointer. */
export function MoneyLines({ lines }: { lines: readonly { currency: string; minor: string }[] }) {
  const locale = useLocale();
  if (lines.length === 0) return <span className="text-ink-2">–</span>;
  return (
    <span className="mx-money">
      {lines.map(({ currency, minor }) => (
        <b key={currency} title={formatMoneyExact(money(minor, currency), locale)}>
          {formatMoneyShort(money(minor, currency), locale)}
        </b>
      ))}
    </span>
  );
}
