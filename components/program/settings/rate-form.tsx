'use client';

import { useLocale, useTranslations } from 'next-intl';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { Notice } from '@/components/ui/notice';
import { type InputReading, ReadingNote } from '@/components/ui/reading-note';
import { Select } from '@/components/ui/select';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { CURRENCIES } from '@/lib/core/currencies';
import { formatDay } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import { formatRate } from '@/lib/core/money';
import { programOperations } from '@/lib/program/operations';
import { readRate } from '@/lib/program/rules/rate-input';
import type { FxRateItem } from '@/lib/program/schema/settings';

type Props = { rates: readonly FxRateItem[]; baseCurrency: string; today: string };

/** A rate always has its day and its source; one that is already there for the day is named before it is replaced. */
export function RateForm({ rates, baseCurrency, today }: Props) {
  const t = useTranslations('program.rates');
  const locale = useLocale();
  const toast = useToast();
  const form = useForm({
    initial: {
      base: baseCurrency === 'USD' ? 'KRW' : 'USD',
      quote: baseCurrency,
      rate: '',
      on: today,
      source: rates[0]?.source ?? '',
    },
    operation: programOperations.setFxRate,
    input: (values) => values,
    done: () => {
      form.set('rate', '');
      toast({ text: t('saved') });
    },
  });
  const { values, set, error } = form;
  const currencies = Object.keys(CURRENCIES).map((code) => ({ value: code, label: code }));
  const { base, quote, on } = values;
  const before = rates.find((rate) => rate.base === base && rate.quote === quote && rate.on === on);
  const day = parseDay(on);
  const currency = (field: 'base' | 'quote') => (
    <Select
      label={t(field)}
      options={currencies}
      name={field}
      value={values[field]}
      error={error(field)}
      onChange={(event) => set(field, event.target.value)}
    />
  );
  return (
    <form {...form.props} className="grid max-w-4xl gap-4">
      <FormProblems errors={form.problems} failed={form.failed} />
      <div className="grid items-start gap-4 sm:grid-cols-3 xl:grid-cols-[6rem_6rem_1fr_10rem_1fr]">
        {currency('base')}
        {currency('quote')}
        <RateField
          value={values.rate}
          pair={{ base, quote }}
          error={error('rate')}
          onChange={(rate) => set('rate', rate)}
        />
        <DateInput
          label={t('on')}
          required
          value={on}
          error={error('on')}
          onChange={(event) => set('on', event.target.value)}
        />
        <TextInput
          label={t('source')}
          hint={t('sourceHint')}
          required
          name="source"
          value={values.source}
          error={error('source')}
          onChange={(event) => set('source', event.target.value)}
        />
      </div>
      {before && day && (
        <Notice tone="info">
          {t('replaces', { date: formatDay(day, locale), rate: formatRate(before, locale) })}
        </Notice>
      )}
      <div>
        <Button type="submit" tone="primary" busy={form.busy}>
          {t('add')}
        </Button>
      </div>
    </form>
  );
}

type FieldProps = {
  value: string;
  pair: { base: string; quote: string };
  error: string | undefined;
  onChange: (text: string) => void;
};

/** A rate as it is typed or pasted; says below how it is read, and asks where a comma can mean two things. */
function RateField({ value, pair, error, onChange }: FieldProps) {
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
      <ReadingNote reading={reading} isShownAbove={!isAsked && Boolean(error)} onChoose={onChange} />
    </div>
  );
}

function useRateReading(value: string, pair: { base: string; quote: string }): InputReading<string> {
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

/** The rate in force of every day, the latest day first. */
export function RateTable({ rates }: { rates: readonly FxRateItem[] }) {
  const t = useTranslations('program.rates');
  const locale = useLocale();
  return (
    <TableScroll label={t('caption')}>
      <Table caption={t('caption')} className="max-w-4xl">
        <thead>
          <tr>
            <HeaderCell>{t('on')}</HeaderCell>
            <HeaderCell numeric>{t('rate')}</HeaderCell>
            <HeaderCell>{t('source')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {rates.map((rate) => {
            const day = parseDay(rate.on);
            return (
              <tr key={rate.id}>
                <HeaderCell scope="row" className="whitespace-nowrap tabular-nums">
                  {day && formatDay(day, locale)}
                </HeaderCell>
                <Cell numeric>{formatRate(rate, locale)}</Cell>
                <Cell>{rate.source}</Cell>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </TableScroll>
  );
}
