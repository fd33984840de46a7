'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import type { TypedMoney } from '@/components/ui/money-input';
import { isUnusuallyLarge, isUnusuallySmall } from '@/lib/amount/rules/size';
import { isCurrency } from '@/lib/core/currencies';
import { formatMoneyExact, money } from '@/lib/core/money';
import { parseMoneyInput } from '@/lib/core/money-input';

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
