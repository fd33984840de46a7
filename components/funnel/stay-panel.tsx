import { useLocale, useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { dayText, formatNumber } from '@/lib/core/dates';
import type { TimesInStages } from '@/lib/funnel/queries/time-in-stage';
import { curveSheet, survivalChart } from '@/lib/funnel/rules/chart/survival';
import type { TimeInStage } from '@/lib/funnel/rules/survival';
import { type FunnelAddress, rowsOf } from './address';
import { DrawingSvg } from './chart/drawing-svg';
import { LabelledFile } from './chart/labelled-file';
import { CountLink } from './count-link';
import { CurveTables } from './curve-tables';
import { useClocksText } from './time-clocks';

type Props = { slug: string; program: string; address: FunnelAddress; times: TimesInStages };

/** How long pairs stay in each stage: quartiles with n and open count, and the curves they are read from. */
export function StayPanel({ times, ...same }: Props) {
  const t = useTranslations('funnel-time.stay');
  const stageName = useTranslations('pair.stage');
  const locale = useLocale();
  const clocksText = useClocksText();
  const date = dayText(times.asOf, locale);
  const told = times.stages.filter(({ stays }) => stays > 0);
  if (told.length === 0) {
    return (
      <Panel title={t('title')}>
        <p className="text-ink-2">{t('empty', { date })}</p>
      </Panel>
    );
  }
  const days = (value: number | null) => (value === null ? '–' : t('days', { days: value }));
  const curves = told.map((time) => ({
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
      <Quartiles {...same} times={times} told={told} days={days} />
      <p className="text-xs text-ink-2">{t('note')}</p>
      <h3 className="text-sm font-bold">{t('curves')}</h3>
      <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-5">
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
      <CurveTables times={told} />
    </Panel>
  );
}

type QuartilesProps = Pick<Props, 'slug' | 'address' | 'times'> & {
  told: readonly TimeInStage[];
  days: (value: number | null) => string;
};

function Quartiles({ slug, address, times, told, days }: QuartilesProps) {
  const t = useTranslations('funnel-time.stay');
  const words = useTranslations('funnel');
  const stageName = useTranslations('pair.stage');
  const caption = t('caption', { date: dayText(times.asOf, useLocale()) });
  const rows = rowsOf(slug, times, address);
  return (
    <TableScroll label={caption}>
      <Table caption={caption} dense>
        <thead>
          <tr>
            <HeaderCell>{t('stage')}</HeaderCell>
            {(['stays', 'open', 'lower', 'median', 'upper'] as const).map((key) => (
              <HeaderCell key={key} numeric>
                {t(key)}
              </HeaderCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.map((time) => (
            <tr key={time.stage}>
              <HeaderCell scope="row" className="whitespace-nowrap">
                {stageName(time.stage)}
              </HeaderCell>
              <Cell numeric>{formatNumber(time.stays)}</Cell>
              <Cell numeric>
                <CountLink
                  count={time.open}
                  href={rows({ kind: 'staying', stage: time.stage })}
                  label={words('open.staying', { stage: stageName(time.stage) })}
                />
              </Cell>
              <Cell numeric>{days(time.lowerQuartileDays)}</Cell>
              <Cell numeric>{days(time.medianDays)}</Cell>
              <Cell numeric>{days(time.upperQuartileDays)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
