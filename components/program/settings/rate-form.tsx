'use client';

import { useLocale, useTranslations } from 'next-intl';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { formatDay, parseDay } from '@/lib/core/dates';
import { CURRENCIES, formatRate } from '@/lib/core/money';
import { setFxRateAction } from '@/lib/program/actions';
import type { FxRateItem } from '@/lib/program/queries/rates';
import { RateField } from './rate-field';

type Props = { slug: string; rates: readonly FxRateItem[]; baseCurrency: string; today: string };

/** A rate always has its day and its source; one that is already there for the day is named before it is replaced. */
export function RateForm({ slug, rates, baseCurrency, today }: Props) {
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
    send: (values, key) => setFxRateAction(slug, values, key),
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
