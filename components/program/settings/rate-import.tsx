'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import { useToast } from '@/components/ui/toast';
import { formatNumber } from '@/lib/core/dates';
import { importFxRatesAction } from '@/lib/program/actions';
import type { FxRateItem } from '@/lib/program/queries/rates';
import { effectOf, RATE_COLUMNS, readRateLines } from '@/lib/program/rules/rate-lines';
import { MOST_RATES } from '@/lib/program/schema';
import { FormProblems } from '../form/form-problems';
import { useForm } from '../form/use-form';
import { fileText } from './file-text';
import { RatePreview } from './rate-preview';

type Props = { slug: string; rates: readonly FxRateItem[] };

const EXAMPLE = `${RATE_COLUMNS.join(',')}\nUSD,KRW,2023-05-03,1340.00,한국은행`;

/** Rates of many days, pasted or from a file: everything is shown first, and with one wrong line nothing is written. */
export function RateImport({ slug, rates }: Props) {
  const t = useTranslations('program.rates.import');
  const locale = useLocale();
  const toast = useToast();
  const form = useForm({
    initial: { text: '' },
    send: ({ text }, key) => importFxRatesAction(slug, { rates: changesOf(text, rates) }, key),
    done: ({ count }) => {
      form.set('text', '');
      toast({ text: t('saved', { count }) });
    },
  });
  const { text } = form.values;
  const lines = useMemo(() => readRateLines(text), [text]);
  const wrong = lines.filter(({ problem }) => problem !== null).length;
  const count = useMemo(() => changesOf(text, rates).length, [text, rates]);
  const tooMany = count > MOST_RATES;
  return (
    <details className="max-w-4xl rounded-lg border border-line">
      <summary className="cursor-pointer px-5 py-3 font-bold max-sm:px-4">{t('title')}</summary>
      <form {...form.props} className="grid gap-4 px-5 pb-5 max-sm:px-4">
        <p className="max-w-prose text-sm text-ink-2">{t('text', { columns: RATE_COLUMNS.join(', ') })}</p>
        <FormProblems errors={form.errors} failed={form.failed} />
        <label className="grid gap-1.5 text-sm font-medium">
          {t('file')}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            className="block min-h-10 w-full text-sm font-normal file:me-3 file:min-h-9 file:rounded-md file:border file:border-line-2 file:bg-surface file:px-3 pointer-coarse:min-h-12"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void fileText(file).then((read) => form.set('text', read));
            }}
          />
        </label>
        <TextArea
          label={t('paste')}
          name="text"
          rows={5}
          value={text}
          spellCheck={false}
          placeholder={EXAMPLE}
          onChange={(event) => form.set('text', event.target.value)}
        />
        <div aria-live="polite" className="grid gap-3">
          {wrong > 0 && <Notice tone="danger">{t('wrong', { count: wrong })}</Notice>}
          {tooMany && <Notice tone="danger">{t('tooMany', { most: formatNumber(MOST_RATES) })}</Notice>}
          {lines.length > 0 && wrong === 0 && count === 0 && <Notice>{t('nothing')}</Notice>}
        </div>
        {lines.length > 0 && <RatePreview {...{ lines, rates, locale }} />}
        <div>
          <Button
            type="submit"
            tone="primary"
            busy={form.busy}
            disabled={count === 0 || wrong > 0 || tooMany}
          >
            {t('submit', { count })}
          </Button>
        </div>
      </form>
    </details>
  );
}

/** What is sent: not what stands there already. */
function changesOf(text: string, rates: readonly FxRateItem[]) {
  return readRateLines(text).flatMap(({ entry }) =>
    entry && effectOf(entry, rates) !== 'same' ? [entry] : [],
  );
}
