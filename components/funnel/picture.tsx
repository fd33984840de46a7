import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import type { Funnel } from '@/lib/funnel/rules/figures';
import type { TimeInStage } from '@/lib/funnel/rules/survival';
import type { OpensRows } from './address';
import { ConversionText } from './conversion-text';
import { CountLink } from './count-link';
import { Flow } from './flow';
import { StageBar } from './stage-bar';
import { StageNotes } from './stage-notes';

type Props = {
  funnel: Pick<Funnel, 'stages' | 'conversions'>;
  times: readonly TimeInStage[];
  rows: OpensRows;
};

/** The funnel to scale: heights are pairs. From left to right where there is room, else from top to bottom. */
export function FunnelPicture(props: Props) {
  return (
    <>
      <Across {...props} />
      <Down {...props} />
    </>
  );
}

function Across({ funnel: { stages, conversions }, times, rows }: Props) {
  const t = useTranslations('funnel');
  const name = useTranslations('pair.stage');
  const all = stages[0]?.reached ?? 0;
  return (
    <ol className="hidden grid-cols-[repeat(4,minmax(0,1.7fr))_minmax(0,1fr)] sm:grid print:grid">
      {stages.map((figures, k) => {
        const { stage, reached } = figures;
        const conversion = conversions[k];
        return (
          <li
            key={stage}
            className={classNames(
              'grid grid-rows-[auto_18rem_auto] content-start gap-y-3',
              conversion && 'grid-cols-[minmax(0,1fr)_minmax(0,0.7fr)]',
            )}
          >
            <p className="grid justify-items-center text-center">
              <span className="text-sm whitespace-nowrap max-lg:text-xs">{name(stage)}</span>
              <CountLink
                count={reached}
                href={rows({ kind: 'reached', stage })}
                label={t('open.reached', { stage: name(stage) })}
                className="text-center text-md font-bold"
              />
            </p>
            <div className="col-start-1 row-start-2 flex items-center">
              <StageBar
                {...{ stage, reached, part: all > 0 ? reached / all : 0, runs: 'across' }}
                href={rows({ kind: 'reached', stage })}
              />
            </div>
            {conversion && (
              <div className="relative col-start-2 row-start-2 grid place-items-center">
                <Flow
                  from={all > 0 ? reached / all : 0}
                  to={all > 0 ? conversion.numerator / all : 0}
                  runs="across"
                />
                <div className="relative">
                  <ConversionText conversion={conversion} />
                </div>
              </div>
            )}
            <div className="col-start-1 row-start-3 grid justify-items-center">
              <StageNotes figures={figures} time={times.find((time) => time.stage === stage)} rows={rows} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Down({ funnel: { stages, conversions }, times, rows }: Props) {
  const t = useTranslations('funnel');
  const name = useTranslations('pair.stage');
  const all = stages[0]?.reached ?? 0;
  return (
    <ol className="grid sm:hidden print:hidden">
      {stages.map((figures, k) => {
        const { stage, reached } = figures;
        const conversion = conversions[k];
        return (
          <li key={stage} className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-4">
            <div className="grid content-center gap-1 py-1">
              <p className="flex items-baseline justify-between gap-2">
                <span className="text-sm font-medium">{name(stage)}</span>
                <CountLink
                  count={reached}
                  href={rows({ kind: 'reached', stage })}
                  label={t('open.reached', { stage: name(stage) })}
                  className="text-end text-md font-bold"
                />
              </p>
              <StageNotes figures={figures} time={times.find((time) => time.stage === stage)} rows={rows} />
            </div>
            <div className="flex min-h-9 justify-center">
              <StageBar
                {...{ stage, reached, part: all > 0 ? reached / all : 0, runs: 'down' }}
                href={rows({ kind: 'reached', stage })}
              />
            </div>
            {conversion && (
              <div className="relative col-start-2 grid h-12 place-items-center">
                <Flow
                  from={all > 0 ? reached / all : 0}
                  to={all > 0 ? conversion.numerator / all : 0}
                  runs="down"
                />
                <div className="relative">
                  <ConversionText conversion={conversion} inline />
                </div>
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
