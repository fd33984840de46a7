'use client';

import { useTranslations } from 'next-intl';
import { MoneyInput } from '@/components/ui/money-input';
import { CURRENCIES } from '@/lib/core/currencies';
import { useMoneyReading } from './use-money-reading';

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
  const parse = useMoneyReading();
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
