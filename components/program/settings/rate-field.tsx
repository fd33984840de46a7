'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type Reading, ReadingNote } from '@/components/ui/reading-note';
import { TextInput } from '@/components/ui/text-input';
import { formatRate } from '@/lib/core/money';
import { readRate } from '@/lib/program/rules/rate-input';

type Props = {
  value: string;
  pair: { base: string; quote: string };
  error: string | undefined;
  onChange: (text: string) => void;
};

/** A rate as it is typed or pasted; says below how it is read, and asks where a comma can mean two things. */
export function RateField({ value, pair, error, onChange }: Props) {
  const t = useTranslations('program.rates');
  const reading = useRateReading(value, pair);
  const isAsked = reading?.ok === false && reading.choices !== undefined;
  return (
    <div className="grid gap-1.5">
      <TextInput
        label={t('rate')}
        hint={t('rateHint')}
        required
        inputMode="decimal"
        name="rate"
        value={value}
        error={isAsked ? undefined : error}
        onChange={(event) => onChange(event.target.value)}
      />
      <ReadingNote reading={reading} isTold={!isAsked && Boolean(error)} onChoose={onChange} />
    </div>
  );
}

function useRateReading(value: string, pair: { base: string; quote: string }): Reading<string> {
  const t = useTranslations('program.rates');
  const locale = useLocale();
  if (value.trim() === '') return null;
  const read = readRate(value);
  if (read.ok) return { ok: true, reading: formatRate({ ...pair, rate: read.rate }, locale) };
  if (read.reason !== 'ambiguous') return { ok: false, reason: t(`import.problem.${read.reason}`) };
  const choices = read.readings.map((rate) => ({
    key: rate,
    label: formatRate({ ...pair, rate }, locale),
    choice: rate,
  }));
  return { ok: false, reason: t('ambiguous'), choices };
}
