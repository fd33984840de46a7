'use client';

import { useLocale, useTranslations } from 'next-intl';
import { MoneyInput, type MoneyReading } from '@/components/ui/money-input';
import { CURRENCIES, isCurrency } from '@/lib/core/currencies';
import { isLocale } from '@/lib/core/locale';
import { formatMoney, formatMoneyExact, money } from '@/lib/core/money';
import { parseMoneyInput } from '@/lib/core/money-input';

type Props = {
  defaultCurrency: string;
  optional?: boolean;
  error?: string | undefined;
  className?: string;
  onChange: (typed: { text: string; currency: string }) => void;
};

/** The currencies of the trade first, the others below. */
const FIRST = ['KRW', 'USD'];
const OPTIONS = [...FIRST, ...Object.keys(CURRENCIES).filter((code) => !FIRST.includes(code))].map(
  (code) => ({
    value: code,
    label: code,
  }),
);

/** Understands `210억` and `1.2m`, and says below what it understood, to the last digit. */
export function AmountInput({ defaultCurrency, optional, error, className, onChange }: Props) {
  const t = useTranslations('amount');
  const locale = useLocale();
  const parse = (text: string, currency: string): MoneyReading => {
    if (!isCurrency(currency) || !isLocale(locale)) return null;
    const read = parseMoneyInput(text, currency);
    if (!read.ok) return { ok: false, reason: t(`misread.${read.reason}`) };
    const value = money(read.minor, currency);
    const [said, exact] = [formatMoney(value, locale), formatMoneyExact(value, locale)];
    return { ok: true, reading: said === exact ? said : `${said} · ${exact}` };
  };
  return (
    <MoneyInput
      label={t('amount')}
      note={optional ? t('optional') : undefined}
      name="amount"
      currencyName="currency"
      currencyLabel={t('currency')}
      currencies={OPTIONS}
      defaultCurrency={defaultCurrency}
      placeholder={t('placeholder')}
      error={error}
      {...(className ? { className } : {})}
      parse={parse}
      onChange={(text, currency) => onChange({ text, currency })}
    />
  );
}
