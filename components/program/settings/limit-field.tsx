'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMoneyReading } from '@/components/amount/use-money-reading';
import type { TypedMoney } from '@/components/ui/money-input';
import { type Reading, ReadingNote } from '@/components/ui/reading-note';
import { TextInput } from '@/components/ui/text-input';
import { formatMoney, money } from '@/lib/core/money';
import { type Limit, readLimit } from './basics-values';

type Props = {
  field: Limit;
  value: string;
  currency: string;
  error: string | undefined;
  onChange: (text: string) => void;
};

/** An amount from which on something is asked, as a person types it; says below how it is read. */
export function LimitField({ field, value, currency, error, onChange }: Props) {
  const t = useTranslations('program.form');
  return (
    <div className="grid gap-1.5">
      <TextInput
        label={t(field)}
        note={t('optional')}
        hint={t(`${field}Hint`)}
        suffix={currency}
        name={field}
        autoComplete="off"
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value)}
      />
      <ReadingNote
        reading={useLimitReading(field, value, currency)}
        isTold={Boolean(error)}
        onChoose={(choice) => onChange(choice.text)}
      />
    </div>
  );
}

function useLimitReading(field: Limit, value: string, currency: string): Reading<TypedMoney> {
  const t = useTranslations('program.form');
  const locale = useLocale();
  const read = useMoneyReading();
  const limit = readLimit(value, currency);
  if (limit === null) return null;
  if (limit === undefined) {
    const reading = read(value, currency);
    const isQuestion = reading?.ok === false && reading.choices !== undefined;
    return isQuestion ? reading : { ok: false, reason: t('limitMisread') };
  }
  const amount = formatMoney(money(limit, currency), locale);
  return { ok: true, reading: t(`${field}Reads`, { amount }) };
}
