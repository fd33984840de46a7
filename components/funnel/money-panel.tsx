import { useLocale, useTranslations } from 'next-intl';
import { FigureTable } from '@/components/ui/figure-table';
import { Panel } from '@/components/ui/panel';
import { SUMS, type Sum } from '@/lib/amount/rules';
import { dayText, formatNumber } from '@/lib/core/dates';
import { type Day, parseDay } from '@/lib/core/days';
import { formatMoney, formatMoneyExact, formatRate, money } from '@/lib/core/money';
import {
  MIDDLE,
  type MoneyChart,
  moneyChart,
  NARROW,
  type Sheet,
  sampleOf,
  WIDE,
} from '@/lib/funnel/rules/chart/money';
import { partOf } from '@/lib/funnel/rules/chart/scale';
import type { FunnelSeries, SeriesSum } from '@/lib/funnel/schema/time';
import { STAGES } from '@/lib/pair/rules/stages';
import type { FunnelAddress } from './address';
import { DayCursor } from './chart/day-cursor';
import { DrawingSvg } from './chart/drawing-svg';
import { LabelledFile } from './chart/labelled-file';
import { LeftOutText } from './figure-text';
import { useClocksText } from './time-clocks';

type Props = { slug: string; program: string; address: FunnelAddress; series: FunnelSeries };

/** The sums over time as lines side by side, read out by day; and the same as a table. */
export function MoneyPanel({ series, ...same }: Props) {
  const t = useTranslations('funnel-time.money');
  const locale = useLocale();
  const clocksText = useClocksText();
  const figure = useFigureText();
  const rates = useRatesText(series.rates);
  const chart = useChart(series);
  const held = SUMS.filter((sum) =>
    series.points.some(({ sums }) => sums.some((one) => one.sum === sum && one.pairs > 0)),
  );
  if (!chart || held.length === 0) {
    return (
      <Panel title={t('title')}>
        <p className="text-ink-2">{t('empty', { date: dayText(series.asOf, locale) })}</p>
      </Panel>
    );
  }
  const last = series.points.at(-1);
  const read =
    last && last.day < series.asOf ? [...series.points, { ...last, day: series.asOf }] : series.points;
  const points = read.map(({ day, sums }) => ({
    date: dayText(day, locale),
    part: partOf(chart.start, chart.end, day as Day),
    values: held.map((sum) => figure(sums.find((one) => one.sum === sum))),
  }));
  const sheetOf = (sheet: Sheet, className: string) => ({
    chart: <DrawingSvg drawing={moneyChart(chart, sheet)} />,
    from: sheet.left / sheet.width,
    to: (sheet.width - sheet.right) / sheet.width,
    className,
  });
  return (
    <Panel
      title={t('title')}
      actions={
        <LabelledFile
          {...same}
          clocks={series}
          title={t('title')}
          status={[t('status'), ...(rates ? [t('rates', { rates: rates.last })] : [])]}
          drawing={moneyChart(chart, MIDDLE)}
          name="amounts"
        />
      }
    >
      <p className="-mt-3 text-xs text-ink-2">{[clocksText(series), t('never')].join(' · ')}</p>
      <DayCursor
        label={t('slider')}
        points={points}
        lines={held.map((sum) => ({
          name: chart.names[sum],
          sample: <DrawingSvg drawing={sampleOf(sum)} />,
        }))}
        sheets={[
          sheetOf(WIDE, '@max-6xl:hidden print:hidden'),
          sheetOf(MIDDLE, 'hidden @xl:@max-6xl:block print:block'),
          sheetOf(NARROW, '@xl:hidden print:hidden'),
        ]}
      />
      <p className="text-xs text-ink-2">
        {rates ? `${t('note')} ${t('rates', { rates: rates.all })}` : t('noteWon')}
      </p>
      <SeriesTable series={series} sums={held} />
    </Panel>
  );
}

function useChart({ points, asOf }: FunnelSeries): MoneyChart | null {
  const t = useTranslations('funnel.sum');
  const locale = useLocale();
  const [start, end] = [parseDay(points[0]?.day ?? ''), parseDay(asOf)];
  const names = Object.fromEntries(SUMS.map((sum) => [sum, t(sum)])) as Record<Sum, string>;
  return start && end ? { points, start, end, names, locale } : null;
}

/** `845억 원 (9건, 5개사)`; a dash where there is none, and what is missing where a rate is. */
function useFigureText(): (figure: SeriesSum | undefined) => string {
  const t = useTranslations('funnel-time.money');
  const locale = useLocale();
  return (figure) => {
    if (!figure || figure.pairs === 0) return t('none');
    const { krw, pairs, startups, missing } = figure;
    const amount = krw
      ? formatMoney(money(krw.minor, 'KRW'), locale)
      : t('missing', { currencies: missing.join(', ') });
    return t('value', { amount, pairs, startups });
  };
}

/** The rates in words: all that the lines were drawn with, and the one in force at the end. Null where all is won. */
function useRatesText(rates: FunnelSeries['rates']): { all: string; last: string } | null {
  const t = useTranslations('funnel-time.money');
  const locale = useLocale();
  if (rates.length === 0) return null;
  const written = ({ base, rate, on }: (typeof rates)[number]) => {
    return t('rateOn', {
      rate: formatRate({ base, quote: 'KRW', rate }, locale),
      date: dayText(on, locale),
    });
  };
  const last = [...Map.groupBy(rates, ({ base }) => base).values()].flatMap((own) => own.slice(-1));
  return { all: rates.map(written).join(', '), last: last.map(written).join(', ') };
}

type SeriesTableProps = { series: FunnelSeries; sums: readonly Sum[] };

/** Every day of change with its sums in won, to the last digit, and how many pairs had reached each stage. */
function SeriesTable({ series: { points, asOf }, sums }: SeriesTableProps) {
  const t = useTranslations('funnel-time.money');
  const sumName = useTranslations('funnel.sum');
  const stageName = useTranslations('pair.stage');
  const locale = useLocale();
  type Point = (typeof points)[number];
  const amount = (point: Point, sum: Sum) => {
    const figure = point.sums.find((one) => one.sum === sum);
    const won = figure?.krw && figure.pairs > 0 ? money(figure.krw.minor, 'KRW') : null;
    return (
      <>
        {won ? formatMoneyExact(won, locale) : t('none')}
        <LeftOutText leftOut={figure?.leftOut} />
      </>
    );
  };
  return (
    <details>
      <summary className="w-fit rounded-sm text-sm">
        {t('table')} <span className="text-ink-2">{t('changes', { count: points.length })}</span>
      </summary>
      <FigureTable
        caption={t('caption', { date: dayText(asOf, locale) })}
        className="mt-2 max-h-96 overflow-y-auto print:max-h-none"
        rows={points}
        keyOf={({ day }) => day}
        columns={[
          {
            head: t('day'),
            cell: ({ day }) => dayText(day, locale),
            className: 'whitespace-nowrap tabular-nums',
          },
          ...sums.map((sum) => ({ head: sumName(sum), cell: (point: Point) => amount(point, sum) })),
          ...STAGES.map((stage, at) => ({
            head: stageName(stage),
            cell: ({ reached }: Point) => formatNumber(reached[at]?.pairs ?? 0),
          })),
        ]}
      />
    </details>
  );
}
