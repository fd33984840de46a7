import { classNames } from '@/components/ui/class-names';
import type { Period } from '@/lib/funnel/rules/period';
import type { TimeInStage } from '@/lib/funnel/rules/survival';
import type { Funnel } from '@/lib/funnel/schema/figures';
import type { OpensRows } from './address';
import { BarCount } from './bar-count';
import { type Bar, barsOf, isStage, type Place } from './bars';
import { ConversionText } from './conversion-text';
import { StageBar, signOf } from './stage-bar';
import { PeriodNotes, StageNotes } from './stage-notes';
import { usePlaceName } from './use-place-name';

type Props = {
  funnel: Funnel;
  /** Given: what came about in it is drawn, and not all that ever did. */
  period?: Period | null;
  times: readonly TimeInStage[];
  rows: OpensRows;
};
type Drawn = Props & { bars: readonly Bar[]; most: number };

/** The funnel to scale: heights are pairs. From left to right where there is room, else from top to bottom. */
export function FunnelPicture(props: Props) {
  const bars = barsOf(props.funnel, props.period ?? null);
  const most = Math.max(...bars.map(({ count }) => count), 0);
  return (
    <>
      <Across {...props} {...{ bars, most }} />
      <Down {...props} {...{ bars, most }} />
    </>
  );
}

function Across({ bars, most, ...props }: Drawn) {
  const part = (pairs: number) => (most > 0 ? Math.min(pairs / most, 1) : 0);
  return (
    <ol className="hidden grid-cols-[repeat(6,minmax(0,1.75fr))_minmax(0,1fr)] md:grid print:grid">
      {bars.map((bar) => (
        <li
          key={bar.place}
          className={classNames(
            'grid grid-rows-[auto_18rem_auto] content-start gap-y-3',
            bar.onward && 'grid-cols-[minmax(0,1fr)_minmax(0,0.75fr)]',
          )}
        >
          <p className="grid justify-items-center text-center">
            <Name place={bar.place} className="text-sm whitespace-nowrap max-xl:text-xs" />
            <BarCount bar={bar} rows={props.rows} className="text-center text-md font-bold" />
          </p>
          <div className="col-start-1 row-start-2 flex items-center">
            <DrawnBar {...{ bar, part: part(bar.count), rows: props.rows }} runs="across" />
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

function Down({ bars, most, ...props }: Drawn) {
  const part = (pairs: number) => (most > 0 ? Math.min(pairs / most, 1) : 0);
  return (
    <ol className="grid md:hidden print:hidden">
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
            <DrawnBar {...{ bar, part: part(bar.count), rows: props.rows }} runs="down" />
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
function Name({ place, className }: { place: Place; className: string }) {
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

type DrawnBarProps = { bar: Bar; part: number; rows: OpensRows; runs: 'across' | 'down' };

function DrawnBar({ bar: { place, count, figure }, part, rows, runs }: DrawnBarProps) {
  return <StageBar {...{ stage: place, reached: count, part, runs }} href={figure && rows(figure)} />;
}

function Notes({ funnel, period, times, rows, place }: Props & { place: Place }) {
  if (!isStage(place)) return null;
  const entered = period?.stages.find(({ stage }) => stage === place);
  if (entered) return <PeriodNotes figures={entered} />;
  const figures = funnel.stages.find(({ stage }) => stage === place);
  return figures && <StageNotes {...{ figures, rows }} time={times.find(({ stage }) => stage === place)} />;
}
