'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceGroup } from '@/components/ui/choice-group';
import type { MoneyReading, TypedMoney } from '@/components/ui/money-input';
import type { ClosedPairAnswer } from '@/lib/amount/rules';
import { isUnusuallyLarge, isUnusuallySmall } from '@/lib/amount/rules/size';
import { isCurrency } from '@/lib/core/currencies';
import type { Locale } from '@/lib/core/locale';
import { formatMoney, formatMoneyExact, money } from '@/lib/core/money';
import { parseMoneyInput, type ReadMoney } from '@/lib/core/money-input';

type Props = {
  typed: TypedMoney;
  confirmed: boolean;
  /** The question of a save that was refused for the amount's size. */
  asked: string | undefined;
  /** From which amount on, in minor units, it is asked before a save; left out, the save asks. */
  largeFrom?: bigint;
  onChange: (confirmed: boolean) => void;
};

/** Asks whether an amount of unusual size is meant, before it is saved; nothing where the size is usual. */
export function SizeQuestion({ typed, confirmed, asked, largeFrom, onChange }: Props) {
  const t = useTranslations('error.money');
  const locale = useLocale();
  const read = isCurrency(typed.currency) ? parseMoneyInput(typed.text, typed.currency) : null;
  if (!read?.ok) return null;
  const isLarge = largeFrom !== undefined && isUnusuallyLarge(read.minor, read.currency, largeFrom);
  const size = isUnusuallySmall(read.minor, read.currency) ? 'unusually_small' : isLarge && 'unusually_large';
  if (!asked && !size) return null;
  return (
    <div role="status" className="grid gap-1 rounded-md bg-warn-soft px-3 py-2 text-sm text-warn-soft-ink">
      {!asked && size && <p>{t(size)}</p>}
      <Checkbox
        label={t('sizeIsRight', { amount: formatMoneyExact(money(read.minor, read.currency), locale) })}
        checked={confirmed}
        error={confirmed ? undefined : asked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  );
}

type ClosedPairChoiceProps = {
  value: ClosedPairAnswer | '';
  /** Opening a pair again is the office's; a startup says that it knows. */
  mayReopen: boolean;
  error: string | undefined;
  onChange: (answer: ClosedPairAnswer) => void;
};

/** Asked before money is logged on a closed pair: whether the pair stays closed. Needs `amount` messages. */
export function ClosedPairChoice({ value, mayReopen, error, onChange }: ClosedPairChoiceProps) {
  const t = useTranslations('amount.closedPair');
  const answers: readonly ClosedPairAnswer[] = mayReopen ? ['reopen', 'keep'] : ['keep'];
  return (
    <div className="grid gap-1">
      <ChoiceGroup
        label={t('label')}
        name="closedPair"
        choices={answers.map((answer) => ({ value: answer, label: t(answer) }))}
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value as ClosedPairAnswer)}
      />
      <p className="text-xs text-ink-2">{mayReopen ? t('hint') : `${t('hint')} ${t('askOffice')}`}</p>
    </div>
  );
}

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
