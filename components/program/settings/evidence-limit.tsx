'use client';

import { useLocale, useTranslations } from 'next-intl';
import { TextInput } from '@/components/ui/text-input';
import { formatMoney, money } from '@/lib/core/money';
import { readLimit } from './basics-values';

type Props = {
  value: string;
  currency: string;
  error: string | undefined;
  onChange: (text: string) => void;
};

/** The amount from which on evidence is wanted, as a person types it; says below how it is read. */
export function EvidenceLimit({ value, currency, error, onChange }: Props) {
  const t = useTranslations('program.form');
  const locale = useLocale();
  const read = readLimit(value, currency);
  const reading =
    typeof read === 'number'
      ? t('evidenceLimitReads', { amount: formatMoney(money(read, currency), locale) })
      : read === undefined
        ? t('evidenceLimitMisread')
        : t('evidenceLimitHint');
  return (
    <TextInput
      label={t('evidenceLimit')}
      note={t('optional')}
      hint={reading}
      suffix={currency}
      name="evidenceLimit"
      autoComplete="off"
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
