import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ZonedTime } from '@/components/pair/zoned-time';
import { Cell, HeaderCell, Table } from '@/components/ui/table';
import { dayText, formatDateTime } from '@/lib/core/dates';
import type { Locale, Say } from '@/lib/core/locale';
import { formatMoney, formatMoneyExact, type Money, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import type { Zones } from '@/lib/core/zones';
import { ROW_COLUMNS, type RowColumn, type RowSort } from '@/lib/funnel/rules/sort-rows';
import { whyWords } from '@/lib/funnel/rules/words';
import type { FigureRow } from '@/lib/funnel/schema/sources';

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
    <Table caption={caption} stacked>
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

type SortLinkProps = { column: RowColumn; sort: RowSort | ''; sorted: (sort: RowSort | '') => string };

/** A heading that sorts: upwards, then downwards, then as the rows came. */
function SortLink({ column, sort, sorted }: SortLinkProps) {
  const t = useTranslations('funnel-rows');
  const order = sort === column ? 'up' : sort === `-${column}` ? 'down' : 'none';
  const next: RowSort | '' = order === 'none' ? column : order === 'up' ? `-${column}` : '';
  const name = t(`column.${column}`);
  return (
    <HeaderCell
      numeric={column === 'amount'}
      aria-sort={order === 'up' ? 'ascending' : order === 'down' ? 'descending' : 'none'}
    >
      <Link
        href={sorted(next)}
        scroll={false}
        prefetch={false}
        aria-label={t('sorted', { column: name, order })}
        className="inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-ink"
      >
        {name}
        {order === 'up' && <ArrowUp aria-hidden="true" size={12} />}
        {order === 'down' && <ArrowDown aria-hidden="true" size={12} />}
      </Link>
    </HeaderCell>
  );
}

type RowOfFigureProps = {
  row: FigureRow;
  href: string;
  zones: Zones;
  locale: Locale;
  say: Say;
  /** Whether the table has a column of amounts. */
  hasAmounts: boolean;
};

/** A pair of a figure; its first cell is the way to the very entry on the pair's page. */
function RowOfFigure({ row, href, zones, locale, say, hasAmounts }: RowOfFigureProps) {
  const t = useTranslations('funnel-rows');
  const name = shownName(row.startup, locale);
  const [, home] = zones;
  const recorded = formatDateTime(new Date(row.recordedAt), home, locale);
  return (
    <tr>
      <HeaderCell scope="row">
        <Link
          href={href}
          prefetch={false}
          aria-label={t('open', { startup: name, investor: shownName(row.investor, locale) })}
          className="rounded-sm underline decoration-line-2 underline-offset-4 hover:decoration-current"
        >
          {name}
        </Link>
      </HeaderCell>
      <Cell data-label={t('column.investor')}>{row.investor.name}</Cell>
      <Cell data-label={t('column.why')}>
        <span className="block">{whyWords(row.why, say)}</span>
        <Aside row={row} />
      </Cell>
      <Cell data-label={t('column.happened')} className="text-sm tabular-nums">
        {row.effectiveOn ? (
          <time dateTime={row.effectiveOn}>{dayText(row.effectiveOn, locale)}</time>
        ) : (
          <ZonedTime at={row.effectiveAt ?? row.recordedAt} zones={zones} locale={locale} />
        )}
      </Cell>
      <Cell data-label={t('column.recorded')} className="text-sm tabular-nums">
        <time dateTime={row.recordedAt}>{recorded}</time>
      </Cell>
      <Cell data-label={t('column.by')} className="text-sm">
        {row.by ? shownName(row.by, locale) : say('pair.timeline.somebody')}
        <span className="block text-xs text-ink-2">{say(`pair.timeline.means.${row.means}`)}</span>
      </Cell>
      {hasAmounts && (
        <Cell data-label={t('column.amount')} numeric>
          <AmountOf row={row} locale={locale} />
        </Cell>
      )}
    </tr>
  );
}

/** What stands beside the sentence: whose word and what evidence, and what was said in somebody's own words. */
function Aside({ row: { why, reason } }: { row: FigureRow }): ReactNode {
  const t = useTranslations('funnel-rows');
  const source = useTranslations('amount.source');
  return (
    <>
      {why.kind === 'amount' && (
        <span className="block text-sm text-ink-2">
          {t('source', { source: source(why.source) })}
          {' · '}
          {why.evidence ? t('evidence', { evidence: why.evidence }) : t('noEvidence')}
        </span>
      )}
      {reason && <q className="block text-sm text-ink-2">{reason}</q>}
    </>
  );
}

function AmountOf({ row, locale }: { row: FigureRow; locale: Locale }) {
  const t = useTranslations('funnel-rows');
  if (!row.amount) return row.why.kind === 'amount' ? t('noMoney') : '–';
  const amount = money(row.amount.minor, row.amount.currency);
  const [words, exact] = [formatMoney(amount, locale), formatMoneyExact(amount, locale)];
  return (
    <>
      <span className="block font-bold">{words}</span>
      {exact !== words && <span className="block text-xs text-ink-2">{exact}</span>}
    </>
  );
}
