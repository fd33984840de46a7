import { useTranslations } from 'next-intl';
import { FigureTable } from '@/components/ui/figure-table';
import { formatNumber } from '@/lib/core/dates';
import { type FigureName, readFigure } from '@/lib/funnel/rules/figure';
import type { Funnel, Loss, Period, StageFigures } from '@/lib/funnel/schema/figures';
import type { TimeInStage } from '@/lib/funnel/schema/time';
import { STAGES } from '@/lib/pair/rules/stages';
import type { OpensRows } from './address';
import { barsOf, usePlaceName } from './bars';
import { BarCount, CountLink } from './count-link';
import { Share } from './figure-text';

const FIGURES = [
  { key: 'reached', kind: 'reached' },
  { key: 'met', kind: 'met' },
  { key: 'now', kind: 'now' },
  { key: 'lost', kind: 'lost' },
  { key: 'onHold', kind: 'on_hold' },
  { key: 'invested', kind: 'invested' },
] as const satisfies readonly { key: keyof StageFigures; kind: FigureName['kind'] }[];

type StageProps = { funnel: Funnel; times: readonly TimeInStage[]; rows: OpensRows; date: string };

/**
 * Everything of the picture as a table, and what does not fit into it. Of a step behind the last stage it has only the
 * pairs that ever got there: nothing stands, meets or is lost in it.
 */
export function FunnelStageTable({ funnel, times, rows, date }: StageProps) {
  const t = useTranslations('funnel');
  const steps = useTranslations('funnel-readings');
  const name = usePlaceName();
  const days = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : t('days', { days: value });
  const lines = [
    ...funnel.stages.map((figures) => ({
      ...{ place: figures.stage, figures, step: null },
      time: times.find(({ stage }) => stage === figures.stage),
      into: funnel.conversions.find(({ to }) => to === figures.stage),
    })),
    ...funnel.steps.map((step) => ({
      ...{ place: step.step, figures: null, step, time: undefined, into: step },
    })),
  ];
  type Line = (typeof lines)[number];
  const count = ({ figures, step }: Line, { key, kind }: (typeof FIGURES)[number]) => {
    if (step) {
      if (key !== 'reached') return '–';
      const label = steps('openStep', { step: name(step.step) });
      return <CountLink count={step.pairs} href={rows({ kind: 'step', step: step.step })} label={label} />;
    }
    const figure = readFigure(`${kind}:${figures.stage}`);
    const label = t(`open.${key}`, { stage: name(figures.stage) });
    return figure ? <CountLink count={figures[key]} href={rows(figure)} label={label} /> : '–';
  };
  const stays = ({ figures, time }: Line) =>
    figures ? (
      <>
        {formatNumber(time?.stays ?? 0)} (
        <CountLink
          tight
          count={time?.open ?? 0}
          href={rows({ kind: 'staying', stage: figures.stage })}
          label={t('open.staying', { stage: name(figures.stage) })}
        />
        )
      </>
    ) : (
      '–'
    );
  return (
    <FigureTable
      caption={t('table.caption', { date })}
      rows={lines}
      keyOf={({ place }) => place}
      columns={[
        { head: t('figure.stage'), cell: ({ place }) => name(place), className: 'whitespace-nowrap' },
        ...FIGURES.map((figure) => ({
          head: t(`figure.${figure.key}`),
          cell: (line: Line) => count(line, figure),
        })),
        { head: t('figure.conversion'), cell: ({ into }) => <Share of={into} /> },
        { head: t('time.median'), cell: ({ time }) => days(time?.medianDays) },
        { head: t('time.upper'), cell: ({ time }) => days(time?.upperQuartileDays) },
        { head: t('time.stays'), cell: stays },
      ]}
    />
  );
}

type PeriodProps = { funnel: Funnel; period: Period; rows: OpensRows; from: string; to: string };

/** The period's picture as a table. */
export function PeriodTable({ funnel, period, rows, from, to }: PeriodProps) {
  const t = useTranslations('funnel-readings.period');
  const figure = useTranslations('funnel.figure');
  const name = usePlaceName();
  const bars = barsOf(funnel, period);
  const lines = bars.map((bar, k) => ({
    ...{ bar, stage: period.stages.find(({ stage }) => stage === bar.place) },
    into: bars[k - 1]?.onward,
  }));
  type Stage = (typeof period.stages)[number] | undefined;
  const met = (figures: Stage) => {
    if (!figures || figures.stage === 'candidate') return '–';
    const { stage, met: count } = figures;
    return (
      <CountLink
        count={count}
        href={rows({ kind: 'first_met', stage })}
        label={t('openMet', { stage: name(stage) })}
      />
    );
  };
  const lost = (figures: Stage) => {
    if (!figures) return '–';
    const { stage, lost: count } = figures;
    return (
      <CountLink
        count={count}
        href={rows({ kind: 'newly_lost', stage })}
        label={t('openLost', { stage: name(stage) })}
      />
    );
  };
  return (
    <FigureTable
      caption={t('caption', { from, to })}
      rows={lines}
      keyOf={({ bar }) => bar.place}
      columns={[
        { head: figure('stage'), cell: ({ bar }) => name(bar.place), className: 'whitespace-nowrap' },
        { head: t('entered'), cell: ({ bar }) => <BarCount bar={bar} rows={rows} /> },
        { head: t('met'), cell: ({ stage }) => met(stage) },
        { head: t('lost'), cell: ({ stage }) => lost(stage) },
        { head: figure('conversion'), cell: ({ into }) => <Share of={into} /> },
      ]}
    />
  );
}

type LossesProps = { losses: Funnel['lostBy']; rows: OpensRows; date: string };
type Group = [Loss, ...Loss[]];

/** Why pairs were lost: a row per side and reason, a column per stage. */
export function Losses({ losses, rows, date }: LossesProps) {
  const t = useTranslations('funnel');
  const pair = useTranslations('pair');
  if (losses.length === 0) return <p className="text-ink-2">{t('losses.none')}</p>;
  const reasonOf = ([{ reasonCode }]: Group) => pair(`reason.${reasonCode ?? 'own_words'}`);
  const statusOf = ([{ status }]: Group) => pair(`status.${status}`);
  return (
    <FigureTable
      caption={t('losses.caption', { date })}
      rows={reasonsOf(losses)}
      keyOf={([{ status, reasonCode }]) => `${status} ${reasonCode}`}
      columns={[
        { head: t('losses.status'), cell: statusOf, className: 'whitespace-nowrap' },
        { head: t('losses.reason'), cell: reasonOf, text: true, names: true, className: 'whitespace-nowrap' },
        ...STAGES.filter((stage) => losses.some((loss) => loss.stage === stage)).map((stage) => ({
          head: pair(`stage.${stage}`),
          cell: (own: Group) => {
            const [{ status, reasonCode }] = own;
            const figure = readFigure(`lost:${stage}:${status}:${reasonCode ?? 'own_words'}`);
            return (
              <CountLink
                count={own.find((loss) => loss.stage === stage)?.count ?? 0}
                href={rows(figure ?? { kind: 'lost', stage })}
                label={t('open.reason', {
                  ...{ stage: pair(`stage.${stage}`), status: statusOf(own), reason: reasonOf(own) },
                })}
              />
            );
          },
        })),
      ]}
    />
  );
}

/** By side, then the most frequent reason first. */
function reasonsOf(losses: readonly Loss[]): Group[] {
  const groups = [...Map.groupBy(losses, ({ status, reasonCode }) => `${status} ${reasonCode}`).values()];
  const count = (own: readonly Loss[]) => own.reduce((sum, loss) => sum + loss.count, 0);
  return (groups as Group[]).sort(
    (a, b) => Number(a[0].status > b[0].status) - Number(a[0].status < b[0].status) || count(b) - count(a),
  );
}
