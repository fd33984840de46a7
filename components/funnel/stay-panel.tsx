import { useLocale, useTranslations } from 'next-intl';
import { FigureTable } from '@/components/ui/figure-table';
import { Panel } from '@/components/ui/panel';
import { dayText, formatNumber, formatPercent } from '@/lib/core/dates';
import { curveSheet, survivalChart } from '@/lib/funnel/rules/chart/survival';
import type { TimeInStage, TimesInStages } from '@/lib/funnel/schema/time';
import { type FunnelAddress, rowsOf } from './address';
import { DrawingSvg } from './chart/drawing-svg';
import { LabelledFile } from './chart/labelled-file';
import { CountLink } from './count-link';
import { useClocksText } from './time-clocks';

type Props = { slug: string; program: string; address: FunnelAddress; times: TimesInStages };

/** How long pairs stay in each stage: quartiles with n and open count, and the curves they are read from. */
export function StayPanel({ times, ...same }: Props) {
  const t = useTranslations('funnel-time.stay');
  const stageName = useTranslations('pair.stage');
  const locale = useLocale();
  const clocksText = useClocksText();
  const date = dayText(times.asOf, locale);
  const shown = times.stages.filter(({ stays }) => stays > 0);
  if (shown.length === 0) {
    return (
      <Panel title={t('title')}>
        <p className="text-ink-2">{t('empty', { date })}</p>
      </Panel>
    );
  }
  const days = (value: number | null) => (value === null ? '–' : t('days', { days: value }));
  const curves = shown.map((time) => ({
    time,
    title: stageName(time.stage),
    note: t('count', { stays: time.stays, open: time.open }),
    drawing: survivalChart({
      ...time,
      median: time.medianDays === null ? '' : t('medianMark', { days: time.medianDays }),
      unit: t('unit'),
    }),
  }));
  return (
    <Panel
      title={t('title')}
      actions={
        <LabelledFile
          {...same}
          clocks={times}
          title={t('title')}
          status={[t('status')]}
          drawing={curveSheet(curves)}
          name="time-in-stage"
        />
      }
    >
      <p className="-mt-3 text-xs text-ink-2">{clocksText(times)}</p>
      <Quartiles {...same} times={times} shown={shown} days={days} />
      <p className="text-xs text-ink-2">{t('note')}</p>
      <h3 className="text-sm font-bold">{t('curves')}</h3>
      <ul className="grid gap-x-8 gap-y-5 @xl:grid-cols-2 @3xl:grid-cols-3 @6xl:grid-cols-5">
        {curves.map(({ time, title, note, drawing }) => (
          <li key={time.stage} className="grid content-start gap-1">
            <p className="text-sm">
              <span className="font-medium">{title}</span> <span className="text-xs text-ink-2">{note}</span>
            </p>
            <DrawingSvg
              drawing={drawing}
              label={t('curve', {
                ...{ stage: title, stays: time.stays, open: time.open },
                median: time.medianDays === null ? 'none' : days(time.medianDays),
              })}
            />
          </li>
        ))}
      </ul>
      <p className="text-xs text-ink-2">{t('curveNote')}</p>
      <CurveTables times={shown} />
    </Panel>
  );
}

type QuartilesProps = Pick<Props, 'slug' | 'address' | 'times'> & {
  shown: readonly TimeInStage[];
  days: (value: number | null) => string;
};

function Quartiles({ slug, address, times, shown, days }: QuartilesProps) {
  const t = useTranslations('funnel-time.stay');
  const openText = useTranslations('funnel.open');
  const stageName = useTranslations('pair.stage');
  const rows = rowsOf(slug, times, address);
  return (
    <FigureTable
      caption={t('caption', { date: dayText(times.asOf, useLocale()) })}
      rows={shown}
      keyOf={({ stage }) => stage}
      columns={[
        { head: t('stage'), cell: ({ stage }) => stageName(stage), className: 'whitespace-nowrap' },
        { head: t('stays'), cell: ({ stays }) => formatNumber(stays) },
        {
          head: t('open'),
          cell: ({ stage, open }) => (
            <CountLink
              count={open}
              href={rows({ kind: 'staying', stage })}
              label={openText('staying', { stage: stageName(stage) })}
            />
          ),
        },
        { head: t('lower'), cell: ({ lowerQuartileDays }) => days(lowerQuartileDays) },
        { head: t('median'), cell: ({ medianDays }) => days(medianDays) },
        { head: t('upper'), cell: ({ upperQuartileDays }) => days(upperQuartileDays) },
      ]}
    />
  );
}

/** The points of each curve, for whoever does not see it: each share with the numbers it is estimated from. */
function CurveTables({ times }: { times: readonly TimeInStage[] }) {
  const t = useTranslations('funnel-time.stay');
  return (
    <details>
      <summary className="w-fit rounded-sm text-sm">{t('table')}</summary>
      <div className="mt-2 grid items-start gap-6 @4xl:grid-cols-2">
        {times.map((time) => (
          <CurveTable key={time.stage} time={time} />
        ))}
      </div>
    </details>
  );
}

function CurveTable({ time: { stage, curve } }: { time: TimeInStage }) {
  const t = useTranslations('funnel-time.stay');
  return (
    <FigureTable
      captionVisible
      caption={t('points', { stage: useTranslations('pair.stage')(stage) })}
      className="max-h-80 overflow-y-auto print:max-h-none"
      rows={curve}
      keyOf={({ days }) => days}
      columns={[
        { head: t('length'), cell: ({ days }) => t('days', { days }), className: 'tabular-nums' },
        { head: t('atRisk'), cell: ({ atRisk }) => formatNumber(atRisk) },
        { head: t('left'), cell: ({ left }) => formatNumber(left) },
        { head: t('censored'), cell: ({ open }) => formatNumber(open) },
        { head: t('staying'), cell: ({ staying }) => formatPercent(staying.numerator, staying.denominator) },
      ]}
    />
  );
}
