import { useLocale, useTranslations } from 'next-intl';
import { isFiltered } from '@/components/pair/filter/address';
import { FigureTable } from '@/components/ui/figure-table';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { dayText, formatNumber } from '@/lib/core/dates';
import { addDays, type Day } from '@/lib/core/days';
import { formatRate } from '@/lib/core/money';
import { compareFunnels } from '@/lib/funnel/rules/comparison';
import type { Funnel } from '@/lib/funnel/schema/figures';
import { type FunnelAddress, rowsOf } from './address';
import { usePlaceName } from './bars';
import { type ComparedSide, CompareTable } from './compare-table';
import { CountLink } from './count-link';

export type CompareSide = { slug: string; name: string; funnel: Funnel };
type Props = {
  first: CompareSide;
  second: CompareSide;
  /** Whose filter holds for both; of two programs none does. */
  address: FunnelAddress;
};

/** Two dates or two programs side by side; of two dates also what came about in between. */
export function CompareScreen({ first, second, address }: Props) {
  const t = useTranslations('funnel-readings.compare');
  const funnel = useTranslations('funnel');
  const written = useWrittenDay();
  const ofOneProgram = first.slug === second.slug;
  const filter = ofOneProgram ? address : {};
  const side = ({ name, funnel: figures }: CompareSide): ComparedSide => {
    const date = written(figures.asOf);
    const known = figures.knownOn && written(figures.knownOn);
    const of = ofOneProgram ? 'none' : name;
    const label = t('side', { name: of, date, known: known ?? 'none' });
    return { label, funnel: figures };
  };
  const rows = {
    first: rowsOf(first.slug, first.funnel, filter),
    second: rowsOf(second.slug, second.funnel, filter),
  };
  if (ofOneProgram && first.funnel.asOf === second.funnel.asOf) return <Notice>{t('noDate')}</Notice>;
  return (
    <div className="grid items-start gap-6 @6xl:grid-cols-[minmax(0,1fr)_23.5rem]">
      <Panel
        title={t('stages')}
        note={ofOneProgram && isFiltered(address) ? funnel('filter.in') : t('captionNote')}
      >
        <CompareTable first={side(first)} second={side(second)} rows={rows} />
        <p className="text-xs text-ink-2">
          {funnel('money.neverAddedWhy')}
          {!ofOneProgram &&
            ` ${t('zones', { first: first.funnel.timeZone, second: second.funnel.timeZone })}`}
        </p>
      </Panel>
      <div className="grid min-w-0 gap-6">
        {ofOneProgram && <Changed {...{ first, second, address }} />}
        <Panel title={t('rates')}>
          {[first, second].map((each, k) => (
            <Rates key={k === 0 ? 'first' : 'second'} label={side(each).label} funnel={each.funnel} />
          ))}
        </Panel>
      </div>
    </div>
  );
}

function useWrittenDay(): (text: string) => string {
  const locale = useLocale();
  return (text) => dayText(text, locale);
}

/** Reached never falls, so the difference of two dates of the same pairs is the pairs that are new. */
function Changed({ first, second, address }: Props) {
  const t = useTranslations('funnel-readings');
  const name = usePlaceName();
  const written = useWrittenDay();
  const [from, to] = [written(first.funnel.asOf), written(second.funnel.asOf)];
  const since = addDays(first.funnel.asOf as Day, 1);
  const rows = rowsOf(second.slug, second.funnel, address, since);
  const { stages, steps } = compareFunnels(first.funnel, second.funnel);
  const lines = [
    ...stages.map(({ stage, reached }) => ({
      place: stage,
      shown: (
        <CountLink
          count={reached.difference}
          href={rows({ kind: 'entered', stage })}
          label={t('period.openEntered', { stage: name(stage) })}
        />
      ),
    })),
    ...steps.map(({ step, pairs }) => ({ place: step, shown: formatNumber(pairs.difference) })),
  ];
  return (
    <Panel title={t('compare.changed')}>
      <FigureTable
        fits
        headHidden
        caption={t('compare.changedCaption', { from, to })}
        rows={lines}
        keyOf={({ place }) => place}
        columns={[
          { head: t('compare.figure'), cell: ({ place }) => name(place) },
          { head: t('compare.new'), cell: ({ shown }) => shown },
        ]}
      />
      <p className="text-xs text-ink-2">{t('compare.changedNote', { from, to })}</p>
    </Panel>
  );
}

/** Every rate that a side was converted at, with its day and source. */
function Rates({ label, funnel: { sums } }: { label: string; funnel: Funnel }) {
  const t = useTranslations('funnel-readings.compare');
  const money = useTranslations('funnel.money');
  const locale = useLocale();
  const written = useWrittenDay();
  const used = new Map(sums.flatMap(({ rates }) => rates).map((rate) => [rate.base, rate]));
  return (
    <div className="grid gap-0.5 text-sm">
      <p className="text-xs text-ink-2">{label}</p>
      {used.size === 0 && <p>{t('noRates')}</p>}
      {[...used.values()].map(({ base, rate, on, source }) => (
        <p key={base} className="tabular-nums">
          {money('rateOn', {
            rate: formatRate({ base, quote: 'KRW', rate }, locale),
            date: written(on),
            source,
          })}
        </p>
      ))}
    </div>
  );
}
