import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatNumber } from '@/lib/core/dates';
import type { PeriodStage } from '@/lib/funnel/rules/period';
import type { TimeInStage } from '@/lib/funnel/rules/survival';
import type { StageFigures } from '@/lib/funnel/schema/figures';
import type { OpensRows } from './address';
import { CountLink } from './count-link';

type Props = { figures: StageFigures; time: TimeInStage | undefined; rows: OpensRows };

const LINES =
  'grid grid-cols-[auto_auto] items-center content-start justify-start gap-x-2 gap-y-0.5 text-2xs text-ink-2';

/** What a bar does not say: who met, who stands here, who was lost here, how long they stay. */
export function StageNotes({ figures, time, rows }: Props) {
  const t = useTranslations('funnel');
  const stage = useTranslations('pair.stage')(figures.stage);
  const { met, now, lost } = figures;
  return (
    <dl className={LINES}>
      {figures.stage !== 'candidate' && (
        <Line term={t('figure.met')}>
          <CountLink
            count={met}
            href={rows({ kind: 'met', stage: figures.stage })}
            label={t('open.met', { stage })}
          />
        </Line>
      )}
      <Line term={t('figure.now')}>
        <CountLink
          count={now}
          href={rows({ kind: 'now', stage: figures.stage })}
          label={t('open.now', { stage })}
        />
      </Line>
      <Line term={t('figure.lost')}>
        <CountLink
          count={lost}
          href={rows({ kind: 'lost', stage: figures.stage })}
          label={t('open.lost', { stage })}
        />
      </Line>
      {time && (
        <Line term={t('time.stay')}>
          {time.medianDays === null ? '–' : t('days', { days: time.medianDays })}
        </Line>
      )}
    </dl>
  );
}

/** What a bar of a period does not say. */
export function PeriodNotes({ figures: { stage, met, lost } }: { figures: PeriodStage }) {
  const t = useTranslations('funnel-readings.period');
  return (
    <dl className={LINES}>
      {stage !== 'candidate' && <Line term={t('met')}>{formatNumber(met)}</Line>}
      <Line term={t('lost')}>{formatNumber(lost)}</Line>
    </dl>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd className="text-end whitespace-nowrap text-ink tabular-nums">{children}</dd>
    </>
  );
}
