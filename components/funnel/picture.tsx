import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { formatNumber, formatPercent } from '@/lib/core/dates';
import type { Funnel, Period, PeriodStage, StageFigures } from '@/lib/funnel/schema/figures';
import type { TimeInStage } from '@/lib/funnel/schema/time';
import type { OpensRows } from './address';
import { type Bar, type BarPlace, barsOf, type Into, isStage, usePlaceName } from './bars';
import { BarCount, CountLink } from './count-link';
import { StageBar, signOf } from './stage-bar';

type Props = {
  funnel: Funnel;
  /** Given: what came about in it is drawn, and not all that ever did. */
  period?: Period | null;
  times: readonly TimeInStage[];
  rows: OpensRows;
};
/** `part`: of the whole height, or width where it runs down. */
type Drawn = Props & { bars: readonly Bar[]; part: (pairs: number) => number };

/** The funnel to scale: heights are pairs. From left to right where there is room, else from top to bottom. */
export function FunnelPicture(props: Props) {
  const bars = barsOf(props.funnel, props.period ?? null);
  const most = Math.max(...bars.map(({ count }) => count), 0);
  const part = (pairs: number) => (most > 0 ? Math.min(pairs / most, 1) : 0);
  return (
    <>
      <Across {...props} {...{ bars, part }} />
      <Down {...props} {...{ bars, part }} />
    </>
  );
}

function Across({ bars, part, ...props }: Drawn) {
  return (
    <ol className="hidden grid-cols-[repeat(6,minmax(0,1.75fr))_minmax(0,1fr)] @2xl:grid print:grid">
      {bars.map((bar) => (
        <li
          key={bar.place}
          className={classNames(
            'grid grid-rows-[auto_18rem_auto] content-start gap-y-3',
            bar.onward && 'grid-cols-[minmax(0,1fr)_minmax(0,0.75fr)]',
          )}
        >
          <p className="grid justify-items-center text-center">
            <Name place={bar.place} className="text-sm whitespace-nowrap @max-4xl:text-xs" />
            <BarCount bar={bar} rows={props.rows} className="text-center text-md font-bold" />
          </p>
          <div className="col-start-1 row-start-2 flex items-center">
            <StageBar {...bar} part={part(bar.count)} href={props.rows(bar.figure)} runs="across" />
          </div>
          {bar.onward && (
            <div className="relative col-start-2 row-start-2 grid place-items-center">
              <Flow from={part(bar.count)} to={part(bar.onward.numerator)} runs="across" />
              <div className="relative">
                <ConversionText conversion={bar.onward} />
              </div>
            </div>
          )}
          <div className="col-span-full row-start-3 pe-2">
            <Notes {...props} place={bar.place} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Down({ bars, part, ...props }: Drawn) {
  return (
    <ol className="grid @2xl:hidden print:hidden">
      {bars.map((bar) => (
        <li key={bar.place} className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-4">
          <div className="grid content-center gap-1 py-1">
            <p className="flex items-baseline justify-between gap-2">
              <Name place={bar.place} className="text-sm font-medium" />
              <BarCount bar={bar} rows={props.rows} className="text-end text-md font-bold" />
            </p>
            <Notes {...props} place={bar.place} />
          </div>
          <div className="flex min-h-9 justify-center">
            <StageBar {...bar} part={part(bar.count)} href={props.rows(bar.figure)} runs="down" />
          </div>
          {bar.onward && (
            <div className="relative col-start-2 grid h-12 place-items-center">
              <Flow from={part(bar.count)} to={part(bar.onward.numerator)} runs="down" />
              <div className="relative">
                <ConversionText conversion={bar.onward} inline />
              </div>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The band from one bar to the next; `from` and `to` are parts of the whole height (or width, when it runs down). */
function Flow({ from, to, runs }: { from: number; to: number; runs: 'across' | 'down' }) {
  const [a, b] = [from * 50, to * 50];
  const across = `M0 ${50 - a} C50 ${50 - a} 50 ${50 - b} 100 ${50 - b} L100 ${50 + b} C50 ${50 + b} 50 ${50 + a} 0 ${50 + a}Z`;
  const down = `M${50 - a} 0 C${50 - a} 50 ${50 - b} 50 ${50 - b} 100 L${50 + b} 100 C${50 + b} 50 ${50 + a} 50 ${50 + a} 0Z`;
  return (
    <svg
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="absolute inset-0 size-full"
    >
      <path
        d={runs === 'across' ? across : down}
        className="fill-[color-mix(in_oklab,var(--stage-3)_9%,var(--surface))]"
      />
    </svg>
  );
}

/** The steps behind the last stage carry their sign beside the word too: a thin bar has no room for it. */
function Name({ place, className }: { place: BarPlace; className: string }) {
  const name = usePlaceName()(place);
  return (
    <span className={className}>
      {!isStage(place) && (
        <span aria-hidden="true" className="text-done">
          {signOf(place)}{' '}
        </span>
      )}
      {name}
    </span>
  );
}

function Notes({ funnel, period, times, rows, place }: Props & { place: BarPlace }) {
  if (!isStage(place)) return null;
  const entered = period?.stages.find(({ stage }) => stage === place);
  if (entered) return <PeriodNotes figures={entered} />;
  const figures = funnel.stages.find(({ stage }) => stage === place);
  return figures && <StageNotes {...{ figures, rows }} time={times.find(({ stage }) => stage === place)} />;
}

/** The share that went on, with the two numbers it is made of. */
function ConversionText({ conversion, inline }: { conversion: Into; inline?: boolean }) {
  const t = useTranslations('funnel');
  const name = usePlaceName();
  const { from, to, numerator, denominator } = conversion;
  const percent = formatPercent(numerator, denominator);
  return (
    <p className={inline ? 'flex items-baseline gap-2' : 'grid justify-items-center'}>
      <span className="sr-only">
        {t('conversion', {
          ...{ from: name(from), to: name(to), percent },
          ...{ numerator: formatNumber(numerator), denominator: formatNumber(denominator) },
        })}
      </span>
      <span aria-hidden="true" className="text-sm font-bold whitespace-nowrap tabular-nums">
        {percent}
      </span>
      <span aria-hidden="true" className="text-2xs whitespace-nowrap text-ink-2 tabular-nums">
        {formatNumber(numerator)} / {formatNumber(denominator)}
      </span>
    </p>
  );
}

type StageNotesProps = { figures: StageFigures; time: TimeInStage | undefined; rows: OpensRows };

const LINES =
  'grid auto-rows-[minmax(1.5rem,auto)] grid-cols-[auto_auto] items-center content-start justify-start gap-x-2 text-2xs text-ink-2';

/** What a bar does not say: who met, who stands here, who was lost here, how long they stay. */
function StageNotes({ figures, time, rows }: StageNotesProps) {
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
function PeriodNotes({ figures: { stage, met, lost } }: { figures: PeriodStage }) {
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
