import { useLocale, useTranslations } from 'next-intl';
import { pairAddresses } from '@/components/pair/pair-address';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterChips } from '@/components/ui/filter-chips';
import { Notice } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { formatNumber } from '@/lib/core/dates';
import type { Say } from '@/lib/core/locale';
import type { Zones } from '@/lib/core/zones';
import { isMoneyFigure, totalsOfRows } from '@/lib/funnel/rules/rows';
import { sortRows } from '@/lib/funnel/rules/sort-rows';
import { clockWords } from '@/lib/funnel/rules/words';
import type { FigureRow, FigureRows } from '@/lib/funnel/schema/sources';
import { type FunnelAddress, funnelHref } from '../address';
import { ROWS_PATH, type RowsAddress, rowsParams } from './rows-address';
import { RowsTable } from './rows-table';

/** Up to so many rows stand on one page. */
const WHOLE = 300;
const A_PAGE = 200;

type Props = {
  slug: string;
  title: string;
  address: FunnelAddress;
  asked: RowsAddress;
  found: FigureRows;
  zones: Zones;
  say: Say;
};

/** The rows of one figure, page by page where they are many; its totals are of all of them. */
export function RowsScreen({ slug, title, address, asked, found, zones, say }: Props) {
  const t = useTranslations('funnel-rows');
  const locale = useLocale();
  const { rows, asOf, knownOn } = found;
  if (rows.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>;
  const at = (changed: Partial<RowsAddress>) =>
    funnelHref(slug, address, { path: ROWS_PATH, more: rowsParams({ ...asked, ...changed }) });
  const isMoney = isMoneyFigure(asked.figure);
  const size = rows.length > WHOLE ? A_PAGE : WHOLE;
  const pages = Math.ceil(rows.length / size);
  const page = Math.min(asked.page, pages);
  const shown = sortRows(rows, asked.sort, locale).slice((page - 1) * size, page * size);
  const hrefOf = pairAddresses(slug, { asOf, knownOn: knownOn ?? '' });
  const pairHref = (row: FigureRow) => `${hrefOf(row.pair)}#entry-${row.entry}`;
  return (
    <div className="grid gap-3">
      <p className="text-sm text-ink-2">
        {clockWords(found, say, locale)}. {t('explain')} {isMoney && t('explainMoney')}
      </p>
      {asked.standing.length > 0 && (
        <div className="grid gap-2">
          <Notice>
            {t('narrowed', { statuses: asked.standing.map((one) => say(`pair.status.${one}`)).join(', ') })}
          </Notice>
          <FilterChips
            chips={asked.standing.map((one) => ({
              key: one,
              label: say(`pair.status.${one}`),
              href: at({ standing: asked.standing.filter((other) => other !== one), page: 1 }),
            }))}
            clear={at({ standing: [], page: 1 })}
          />
        </div>
      )}
      <RowsTable
        caption={t('caption', { title })}
        rows={shown}
        totals={isMoney ? totalsOfRows(rows) : null}
        sort={asked.sort}
        sorted={(sort) => at({ sort, page: 1 })}
        {...{ pairHref, zones, say }}
      />
      {pages > 1 && (
        <Pagination
          label={t('pages')}
          {...(page > 1 && { previousHref: at({ page: page - 1 }) })}
          {...(page < pages && { nextHref: at({ page: page + 1 }) })}
          status={t('shown', {
            all: formatNumber(rows.length),
            from: formatNumber((page - 1) * size + 1),
            to: formatNumber(Math.min(page * size, rows.length)),
          })}
        />
      )}
    </div>
  );
}
