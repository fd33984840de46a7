'use client';

import { useLocale, useTranslations } from 'next-intl';
import { SizeQuestion } from '@/components/amount/size-question';
import { useMoneyReading } from '@/components/amount/use-money-reading';
import type { TypedMoney } from '@/components/ui/money-input';
import { type Reading, ReadingNote } from '@/components/ui/reading-note';
import { TextInput } from '@/components/ui/text-input';
import { formatMoney, money } from '@/lib/core/money';
import { type Limit, largeLimitFrom, misreadLimit, readLimit } from './basics-values';

type Props = {
  field: Limit;
  value: string;
  currency: string;
  /** It is another one than was saved: only then is its size asked about. */
  isChanged: boolean;
  error: string | undefined;
  /** The question of a save that was refused for the limit's size. */
  asked: string | undefined;
  confirmed: boolean;
  onChange: (text: string) => void;
  onConfirm: (isRight: boolean) => void;
};

/** An amount from which on something is asked, as a person types it; says below how it is read. */
export function LimitField(props: Props) {
  const { field, value, currency, isChanged, error, asked, confirmed, onChange, onConfirm } = props;
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
      {isChanged && readLimit(value, currency) !== undefined && (
        <SizeQuestion
          typed={{ text: value, currency }}
          largeFrom={largeLimitFrom(currency)}
          {...{ confirmed, asked }}
          onChange={onConfirm}
        />
      )}
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
    return isQuestion ? reading : { ok: false, reason: t(misreadLimit(value, currency), { currency }) };
  }
  const amount = formatMoney(money(limit, currency), locale);
  return { ok: true, reading: t(`${field}Reads`, { amount }) };
}
