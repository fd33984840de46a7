'use client';

import { useLocale, useTranslations } from 'next-intl';
import { LeftOutText } from '@/components/funnel/left-out';
import { Notice } from '@/components/ui/notice';
import { formatNumber } from '@/lib/core/dates';
import { formatMoney, money } from '@/lib/core/money';
import type { ReportDraft } from '@/lib/report/queries/get';
import type { DraftState } from './use-draft';

const REASONS = ['sum_empty', 'rate_missing', 'nobody_met'] as const;

/** The sentence and the figures before they are frozen. */
export function DraftPreview({ state }: { state: DraftState }) {
  const t = useTranslations('report');
  return (
    <section
      aria-label={t('publish.preview')}
      aria-live="polite"
      className="grid min-h-52 content-start gap-3"
    >
      {state.kind === 'counting' && <p className="text-ink-2">{t('publish.counting')}</p>}
      {state.kind === 'unreachable' && <Notice tone="warn">{t('publish.unreachable')}</Notice>}
      {state.kind === 'refused' &&
        state.messages.map((message) => (
          <Notice key={message} tone="warn">
            {message}
          </Notice>
        ))}
      {state.kind === 'counted' && <Counted draft={state.draft} />}
    </section>
  );
}

function Counted({ draft: { sentences, refusals, figures } }: { draft: ReportDraft }) {
  const t = useTranslations('report');
  const funnel = useTranslations('funnel');
  const stageName = useTranslations('pair.stage');
  const locale = useLocale();
  const told = refusals.flatMap(({ reason, params }) => {
    const known = REASONS.find((each) => each === reason);
    return known ? [t(`refusal.${known}`, { currencies: String(params?.currencies ?? '') })] : [];
  });
  return (
    <>
      {told.map((message) => (
        <Notice key={message} tone="warn">
          {message}
        </Notice>
      ))}
      {sentences &&
        (['ko', 'en'] as const).map((lang) => (
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
