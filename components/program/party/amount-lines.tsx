import { useLocale, useTranslations } from 'next-intl';
import { formatMoney, formatMoneyExact, isCurrency, money } from '@/lib/core/money';
import type { LiveRung } from '@/lib/pair/rules/item';
import type { PartyFigures } from '@/lib/program/queries/figures';

type Amounts = PartyFigures['amounts'];

/** One line a rung and currency, never a sum of them; a dash where there is no money. */
export function AmountLines({ amounts }: { amounts: Amounts }) {
  const t = useTranslations('amount.rung');
  const locale = useLocale();
  const lines = amounts.filter((amount) => amount.minor !== '0');
  if (lines.length === 0) return <span className="text-ink-2">–</span>;
  return (
    <ul className="grid justify-items-end gap-0.5">
      {lines.map(({ rung, currency, minor }) => {
        const value = isCurrency(currency) ? money(minor, currency) : null;
        return (
          <li key={`${rung} ${currency}`} className="flex items-baseline gap-2 whitespace-nowrap">
            <span className="text-xs text-ink-2">{t(rung as LiveRung)}</span>
            {value && (
              <span className="font-medium" title={formatMoneyExact(value, locale)}>
                {formatMoney(value, locale)}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
