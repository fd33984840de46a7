import { useLocale, useTranslations } from 'next-intl';
import { isFiltered } from '@/components/pair/filter/address';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { dayText, formatNumber } from '@/lib/core/dates';
import { orderParts, type SplitOrder } from '@/lib/funnel/rules/split-order';
import { SPLITS } from '@/lib/funnel/schema';
import type { FunnelSplit } from '@/lib/funnel/schema/many-funnels';
import { FUNNEL_PLACES, type FunnelAddress, funnelHref, type SplitAddress, splitSearch } from './address';
import { SplitTable } from './split-table';

type Props = {
  slug: string;
  address: FunnelAddress;
  split: FunnelSplit;
  order: SplitOrder;
  /** From 1; beyond the last one is the last one. */
  page: number;
};

const PAGE = 100;

/** The funnel part by part, a hundred parts at once. */
export function SplitScreen({ slug, address, split, order, page }: Props) {
  const t = useTranslations('funnel-readings.split');
  const funnel = useTranslations('funnel');
  const locale = useLocale();
  const { by } = split;
  const written = (text: string) => dayText(text, locale);
  const here = funnelHref(slug, address, { path: FUNNEL_PLACES.split });
  const href = (more: Partial<SplitAddress>) => splitSearch(here, { by, sort: order, ...more });
  const ordered = orderParts(split.parts, order, locale);
  const last = Math.max(1, Math.ceil(ordered.length / PAGE));
  const at = Math.min(page, last);
  const from = (at - 1) * PAGE;
  return (
    <div className="grid gap-4">
      <div>
        <SegmentedLinks
          label={t('by')}
          items={SPLITS.map((each) => ({ href: href({ by: each }), label: t(each), current: each === by }))}
        />
      </div>
      {split.knownOn && <Notice>{funnel('known.note', { date: written(split.knownOn) })}</Notice>}
      <Panel
        title={t('caption', { date: written(split.asOf), by })}
        note={isFiltered(address) ? funnel('filter.in') : t('count', { count: ordered.length })}
      >
        {ordered.length === 0 ? (
          <EmptyState title={t('empty')} />
        ) : (
          <SplitTable
            {...{ slug, address, split, order }}
            parts={ordered.slice(from, from + PAGE)}
            sortHref={(sort) => href({ sort })}
            date={written(split.asOf)}
          />
        )}
        {last > 1 && (
          <Pagination
            label={t('pages')}
            status={t('shown', {
              from: formatNumber(from + 1),
              to: formatNumber(Math.min(from + PAGE, ordered.length)),
              all: formatNumber(ordered.length),
            })}
            {...(at > 1 && { previousHref: href({ page: at - 1 }) })}
            {...(at < last && { nextHref: href({ page: at + 1 }) })}
          />
        )}
        <p className="text-xs text-ink-2">{t('note', { date: written(split.asOf) })}</p>
      </Panel>
    </div>
  );
}
