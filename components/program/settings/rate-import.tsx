'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import { useToast } from '@/components/ui/toast';
import { formatNumber } from '@/lib/core/dates';
import type { CommaMeaning } from '@/lib/core/number-input';
import { programOperations } from '@/lib/program/operations';
import { effectOf, RATE_COLUMNS, type RateLine, readRateLines } from '@/lib/program/rules/rate-lines';
import { MOST_RATES } from '@/lib/program/schema';
import type { FxRateItem } from '@/lib/program/schema/settings';
import { RatePreview } from './rate-preview';

const EXAMPLE = `${RATE_COLUMNS.join(',')}\nUSD,KRW,2023-05-03,1340.00,`;

/** Rates of many days, pasted or from a file: everything is shown first, and with one wrong line nothing is written. */
export function RateImport({ rates }: { rates: readonly FxRateItem[] }) {
  const t = useTranslations('program.rates.import');
  const locale = useLocale();
  const toast = useToast();
  const form = useForm({
    initial: NOTHING_TYPED,
    operation: programOperations.importFxRates,
    input: (values) => ({ rates: changesOf(linesOf(values), rates) }),
    done: ({ count }) => {
      form.setValues(NOTHING_TYPED);
      toast({ text: t('saved', { count }) });
    },
  });
  const { values } = form;
  const write = (text: string) => form.setValues({ ...NOTHING_TYPED, text });
  const lines = useMemo(() => linesOf(values), [values]);
  const wrong = lines.filter(({ problem }) => problem !== null && problem !== 'ambiguous_rate').length;
  const asked = lines.filter((line) => line.problem === 'ambiguous_rate');
  const changes = useMemo(() => changesOf(lines, rates), [lines, rates]);
  const count = changes.length;
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
              if (file) void fileText(file).then(write);
            }}
          />
        </label>
        <TextArea
          label={t('paste')}
          name="text"
          rows={5}
          value={values.text}
          spellCheck={false}
          placeholder={EXAMPLE + t('exampleSource')}
          onChange={(event) => write(event.target.value)}
        />
        <div aria-live="polite" className="grid gap-3">
          {wrong > 0 && <Notice tone="danger">{t('wrong', { count: wrong })}</Notice>}
          {tooMany && <Notice tone="danger">{t('tooMany', { most: formatNumber(MOST_RATES) })}</Notice>}
          <CommaQuestion asked={asked} onAnswer={(comma) => form.set('comma', comma)} />
          {lines.length > 0 && wrong + asked.length + count === 0 && <Notice>{t('nothing')}</Notice>}
        </div>
        {lines.length > 0 && <RatePreview {...{ lines, rates, locale }} />}
        <div>
          <Button
            type="submit"
            tone="primary"
            busy={form.busy}
            disabled={count === 0 || wrong + asked.length > 0 || tooMany}
          >
            {t('submit', { count })}
          </Button>
        </div>
      </form>
    </details>
  );
}

/** `comma`: the answer to what the commas mean, empty while nobody asked. */
type Typed = { text: string; comma: string };
const NOTHING_TYPED: Typed = { text: '', comma: '' };

function linesOf({ text, comma }: Typed): RateLine[] {
  return readRateLines(text, comma === 'grouping' || comma === 'decimal' ? comma : undefined);
}

/** What is sent: not what stands there already. */
function changesOf(lines: readonly RateLine[], rates: readonly FxRateItem[]) {
  return lines.flatMap(({ entry }) => (entry && effectOf(entry, rates) !== 'same' ? [entry] : []));
}

type Asked = Extract<RateLine, { problem: 'ambiguous_rate' }>;

/** One table comes from one program, so one answer says what the commas of all its lines mean. */
function CommaQuestion({ asked, onAnswer }: { asked: Asked[]; onAnswer: (comma: CommaMeaning) => void }) {
  const t = useTranslations('program.rates.import');
  const [first] = asked;
  if (!first) return null;
  const [grouped = '', decimal = ''] = first.readings;
  return (
    <Notice tone="warn" title={t('commaTitle', { count: asked.length, line: first.line })}>
      <span className="flex flex-wrap gap-2 pt-2">
        <Button size="sm" onClick={() => onAnswer('grouping')}>
          {t('commaGroups', { rate: grouped })}
        </Button>
        <Button size="sm" onClick={() => onAnswer('decimal')}>
          {t('commaIsDecimal', { rate: decimal })}
        </Button>
      </span>
    </Notice>
  );
}

/** A text file as spreadsheets here save it: UTF-8, or else the older Korean encoding. */
async function fileText(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('euc-kr').decode(bytes);
  }
}
