import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { SUMS } from '@/lib/amount/rules';
import { formatNumber } from '@/lib/core/dates';
import { shownName } from '@/lib/core/shown-name';
import { type FigureName, LAST_STEPS } from '@/lib/funnel/rules/figure';
import { nextSplitOrder, type SplitColumn, type SplitOrder } from '@/lib/funnel/rules/split-order';
import type { FunnelPart, FunnelSplit, PartSum } from '@/lib/funnel/schema/many-funnels';
import { NO_OWNER } from '@/lib/pair/rules/filter';
import { MEETING_STAGES } from '@/lib/pair/rules/stages';
import { type FunnelAddress, type OpensRows, rowsOf } from './address';
import { type Into, usePlaceName } from './bars';
import { CountLink } from './count-link';
import { inWonOrEach, LeftOutText, Share, TotalLines } from './figure-text';

type Props = {
  slug: string;
  address: FunnelAddress;
  split: FunnelSplit;
  /** What is shown of the parts, in its order. */
  parts: readonly FunnelPart[];
  order: SplitOrder;
  sortHref: (order: SplitOrder) => string;
  date: string;
};

/** One row a part and the whole at the foot; every column sorts, every number of pairs opens its rows. */
export function SplitTable({ slug, address, split, parts, order, sortHref, date }: Props) {
  const t = useTranslations('funnel-readings.split');
  const nameOf = usePartName(split.by);
  const caption = t('caption', { date, by: split.by });
  const rows = (part?: FunnelPart) =>
    rowsOf(slug, split, { ...address, ...(part && { [split.by]: [part.key] }) });
  return (
    <TableScroll label={caption}>
      <Table caption={caption} dense>
        <Heads {...{ by: split.by, order, sortHref }} />
        <tbody>
          {parts.map((part) => (
            <SplitRow key={part.key} name={nameOf(part)} part={part} rows={rows(part)} />
          ))}
        </tbody>
        <tfoot>
          <SplitRow name={t('whole')} part={wholePart(split)} rows={rows()} />
        </tfoot>
      </Table>
    </TableScroll>
  );
}

/** The whole in the shape of a part. */
function wholePart({ whole }: FunnelSplit): FunnelPart {
  const total = (figure: 'now' | 'lost') => whole.stages.reduce((sum, stage) => sum + stage[figure], 0);
  const pairs = whole.stages[0]?.reached ?? 0;
  return { ...whole, key: '', name: '', nameEn: '', pairs, now: total('now'), lost: total('lost') };
}

function usePartName(by: FunnelSplit['by']): (part: FunnelPart) => string {
  const locale = useLocale();
  const sector = useTranslations('startup');
  const t = useTranslations('funnel-readings.split');
  return ({ key, name, nameEn }) => {
    if (by === 'owner' && key === NO_OWNER) return t('noOwner');
    const word = `sector.${key}` as 'sector.other';
    if (by === 'sector') return sector.has(word) ? sector(word) : key;
    return shownName({ name, nameEn }, locale);
  };
}

type HeadsProps = Pick<Props, 'order' | 'sortHref'> & { by: FunnelSplit['by'] };

function Heads({ by, order, sortHref }: HeadsProps) {
  const t = useTranslations('funnel-readings');
  const funnel = useTranslations('funnel');
  const stage = useTranslations('pair.stage');
  const head = (column: SplitColumn, label: string, className?: string) => (
    <HeaderCell
      key={column}
      numeric={column !== 'name'}
      className={className}
      aria-sort={order.column === column ? (order.down ? 'descending' : 'ascending') : undefined}
    >
      <Link
        href={sortHref(nextSplitOrder(order, column))}
        scroll={false}
        prefetch={false}
        className="inline-block min-h-6 rounded-sm leading-6 underline decoration-line-2 underline-offset-4 hover:decoration-current"
      >
        {label}
        {order.column === column && <span aria-hidden="true"> {order.down ? '↓' : '↑'}</span>}
      </Link>
    </HeaderCell>
  );
  return (
    <thead>
      <tr>
        {head('name', t(`split.${by}`), 'sticky start-0 z-1 bg-surface')}
        {head('pairs', t('split.pairs'))}
        {MEETING_STAGES.map((one) => head(one, stage(one)))}
        {LAST_STEPS.map((step) => head(`step_${step}`, t(`step.${step}`)))}
        {head('now', t('split.now'))}
        {head('lost', t('split.lost'))}
        {SUMS.map((sum) => head(`sum_${sum}`, t('split.money', { sum: funnel(`sum.${sum}`) })))}
      </tr>
    </thead>
  );
}

type ShareOf = Pick<Into, 'numerator' | 'denominator'>;
type SplitRowProps = { name: string; part: FunnelPart; rows: OpensRows };

/** A part of the funnel in one line. */
function SplitRow({ name, part, rows }: SplitRowProps) {
  const t = useTranslations('funnel-readings.split');
  const funnel = useTranslations('funnel');
  const place = usePlaceName();
  const count = (pairs: number, figure: FigureName | null, label: string, into?: ShareOf) => (
    <Cell key={label} numeric>
      {figure ? (
        <CountLink
          count={pairs}
          href={rows(figure)}
          label={t('openAll', { name, figure: label })}
          className="text-end"
        />
      ) : (
        formatNumber(pairs)
      )}
      {into && (
        <span className="block text-2xs font-normal whitespace-nowrap text-ink-2">
          <Share of={into} />
        </span>
      )}
    </Cell>
  );
  return (
    <tr>
      <HeaderCell
        scope="row"
        className="sticky start-0 z-1 max-w-56 min-w-28 sm:min-w-40 bg-surface max-sm:max-w-36"
      >
        {name}
      </HeaderCell>
      {count(part.pairs, { kind: 'reached', stage: 'candidate' }, t('pairs'))}
      {part.conversions.map((into) =>
        count(into.numerator, { kind: 'reached', stage: into.to }, place(into.to), into),
      )}
      {part.steps.map(({ step, pairs, ...into }) => count(pairs, { kind: 'step', step }, place(step), into))}
      {count(part.now, null, t('now'))}
      {count(part.lost, null, t('lost'))}
      {part.sums.map((sum) => (
        <Cell key={sum.sum} numeric>
          <Amount sum={sum} rows={rows} label={t('openAll', { name, figure: funnel(`sum.${sum.sum}`) })} />
        </Cell>
      ))}
    </tr>
  );
}

type AmountProps = { sum: PartSum; rows: OpensRows; label: string };

/** In won, with how many pairs; where a rate is missing, each currency by itself. */
function Amount({ sum: figures, rows, label }: AmountProps) {
  const t = useTranslations('funnel-readings.split');
  const { sum, pairs, krw, leftOut } = figures;
  return (
    <>
      <TotalLines totals={inWonOrEach(figures)} />
      {pairs > 0 && !krw && <span className="block text-2xs font-normal text-ink-2">{t('missing')}</span>}
      {pairs > 0 && (
        <span className="block text-2xs font-normal text-ink-2">
          {t('pairs')} <CountLink tight count={pairs} href={rows({ kind: 'sum', sum })} label={label} />
        </span>
      )}
      <LeftOutText leftOut={leftOut} href={rows({ kind: 'left_out', sum })} />
    </>
  );
}
