import './rows.css';
import { useLocale, useTranslations } from 'next-intl';
import { Cell, HeaderCell, Table } from '@/components/ui/table';
import { formatMoneyExact, type Money } from '@/lib/core/money';
import type { FigureRow } from '@/lib/funnel/rules/rows';
import { ROW_COLUMNS, type RowColumn, type RowSort } from '@/lib/funnel/rules/sort-rows';
import type { Say } from '@/lib/funnel/rules/words';
import type { Zones } from '../../pair/zoned-time';
import { RowOfFigure } from './row';
import { SortLink } from './sort-link';

type Props = {
  caption: string;
  rows: readonly FigureRow[];
  /** Of all rows and not only of those shown; null for a figure that is no money. */
  totals: readonly Money[] | null;
  sort: RowSort | '';
  sorted: (sort: RowSort | '') => string;
  pairHref: (row: FigureRow) => string;
  zones: Zones;
  say: Say;
};

/** One row a pair, with why it is in; on a phone each row is a card. */
export function RowsTable({ caption, rows, totals, sort, sorted, pairHref, zones, say }: Props) {
  const t = useTranslations('funnel-rows');
  const locale = useLocale();
  const hasAmounts = rows.some(({ amount, why }) => amount !== null || why.kind === 'amount');
  const columns = ROW_COLUMNS.filter((column) => column !== 'amount' || hasAmounts);
  const heading = (column: RowColumn) => <SortLink key={column} {...{ column, sort, sorted }} />;
  return (
    <Table caption={caption} className="figure-rows">
      <thead>
        <tr>
          {columns.slice(0, 2).map(heading)}
          <HeaderCell>{t('column.why')}</HeaderCell>
          {columns.slice(2).map(heading)}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <RowOfFigure key={row.pair} {...{ row, zones, locale, say, hasAmounts }} href={pairHref(row)} />
        ))}
      </tbody>
      {totals && (
        <tfoot>
          {totals.map((total) => (
            <tr key={total.currency}>
              <HeaderCell scope="row" colSpan={columns.length}>
                {t('total', { currency: total.currency })}
              </HeaderCell>
              <Cell numeric>{formatMoneyExact(total, locale)}</Cell>
            </tr>
          ))}
        </tfoot>
      )}
    </Table>
  );
}
