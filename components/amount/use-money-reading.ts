'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { MoneyReading } from '@/components/ui/money-input';
import { isCurrency } from '@/lib/core/currencies';
import type { Locale } from '@/lib/core/locale';
import { formatMoney, formatMoneyExact, money } from '@/lib/core/money';
import { parseMoneyInput, type ReadMoney } from '@/lib/core/money-input';

/** Reads amounts as they are typed and says in the reader's language what was understood, to the last digit. */
export function useMoneyReading(): (text: string, currency: string) => MoneyReading {
  const t = useTranslations('error.money');
  const locale = useLocale() as Locale;
  const words = ({ minor, currency }: ReadMoney) => {
    const value = money(minor, currency);
    const [said, exact] = [formatMoney(value, locale), formatMoneyExact(value, locale)];
    return { exact, both: said === exact ? said : `${said} · ${exact}` };
  };
  return (text, currency) => {
    if (!isCurrency(currency)) return null;
    const read = parseMoneyInput(text, currency);
    if (read.ok) return { ok: true, reading: words(read).both, currency: read.currency };
    if (read.reason !== 'ambiguous') return { ok: false, reason: t(read.reason) };
    const choices = read.readings.map((each) => {
      const { exact, both } = words(each);
      return { key: exact, label: both, choice: { text: exact, currency: each.currency } };
    });
    return { ok: false, reason: t('ambiguous'), choices };
  };
}
