import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { SUMS } from '@/lib/amount/rules';
import { shownName } from '@/lib/core/shown-name';
import { LAST_STEPS } from '@/lib/funnel/rules/figure';
import type { FunnelPart, FunnelSplit } from '@/lib/funnel/rules/split';
import { nextSplitOrder, type SplitColumn, type SplitOrder } from '@/lib/funnel/rules/split-order';
import { NO_OWNER } from '@/lib/funnel/schema';
import { MEETING_STAGES } from '@/lib/pair/rules/stages';
import { type FunnelAddress, rowsOf } from './address';
import { SplitRow } from './split-row';

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
