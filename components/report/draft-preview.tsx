'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { type Answer, call, type Failure } from '@/components/form/call';
import { useFailureText } from '@/components/form/failure-words';
import { LeftOutText } from '@/components/funnel/figure-text';
import { Notice } from '@/components/ui/notice';
import type { Sum } from '@/lib/amount/rules';
import { formatNumber } from '@/lib/core/dates';
import { LOCALES } from '@/lib/core/locale';
import { formatMoney, money } from '@/lib/core/money';
import { reportOperations } from '@/lib/report/operations';
import type { ReportDraft } from '@/lib/report/schema';

const PAUSE_MS = 250;

/** What publishing this would freeze, counted anew a moment after the last change; null while it is counted. */
export function useDraft(
  program: string,
  { asOf, knownAt, sum }: { asOf: string; knownAt: string | null; sum: Sum },
): Answer<ReportDraft> | null {
  const [answer, setAnswer] = useState<Answer<ReportDraft> | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    setAnswer(null);
    const timer = setTimeout(async () => {
      const input = { asOf, sum, ...(knownAt ? { knownAt } : {}) };
      const counted = await call(reportOperations.draftReport, input, { program, signal: stop.signal });
      if (!stop.signal.aborted) setAnswer(counted);
    }, PAUSE_MS);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [program, asOf, knownAt, sum]);
  return answer;
}

const REASONS = ['sum_empty', 'rate_missing', 'nobody_met'] as const;

/** The sentence and the figures before they are frozen. */
export function DraftPreview({ answer }: { answer: Answer<ReportDraft> | null }) {
  const t = useTranslations('report.publish');
  const textOf = useFailureText();
  const wordsOf = (failure: Failure) =>
    failure.errors.length > 0
      ? failure.errors.map(({ message }) => message)
      : [failure.failed === 'unreachable' ? t('unreachable') : textOf(failure)];
  return (
    <section aria-label={t('preview')} aria-live="polite" className="grid min-h-52 content-start gap-3">
      {answer === null && <p className="text-ink-2">{t('counting')}</p>}
      {answer?.ok === false &&
        wordsOf(answer).map((words) => (
          <Notice key={words} tone="warn">
            {words}
          </Notice>
        ))}
      {answer?.ok && <Counted draft={answer.value} />}
    </section>
  );
}

function Counted({ draft: { sentences, refusals, figures } }: { draft: ReportDraft }) {
  const t = useTranslations('report');
  const funnel = useTranslations('funnel');
  const stageName = useTranslations('pair.stage');
  const locale = useLocale();
  const reasons = refusals.flatMap(({ reason, params }) => {
    const known = REASONS.find((each) => each === reason);
    return known ? [t(`refusal.${known}`, { currencies: String(params?.currencies ?? '') })] : [];
  });
  return (
    <>
      {reasons.map((message) => (
        <Notice key={message} tone="warn">
          {message}
        </Notice>
      ))}
      {sentences &&
        LOCALES.map((lang) => (
          <p key={lang} lang={lang} className="rounded-md bg-surface-2 p-3 break-keep">
            {sentences[lang]}
          </p>
        ))}
      <dl className="grid grid-cols-2 gap-x-6 gap-y-1 text-sm max-sm:grid-cols-1">
        {figures.funnel.stages.map(({ stage, reached }) => (
          <div key={stage} className="flex justify-between gap-2">
            <dt className="text-ink-2">{t('publish.reached', { stage: stageName(stage) })}</dt>
            <dd className="tabular-nums">{formatNumber(reached)}</dd>
          </div>
        ))}
        {figures.funnel.sums.map(({ sum, pairs, krw, leftOut }) => (
          <div key={sum} className="flex justify-between gap-2">
            <dt className="text-ink-2">{funnel(`sum.${sum}`)}</dt>
            <dd className="tabular-nums">
              {pairs === 0 || !krw ? '–' : formatMoney(money(krw.minor, 'KRW'), locale)}
              <LeftOutText leftOut={leftOut} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
