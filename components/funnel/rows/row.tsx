import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Cell, HeaderCell } from '@/components/ui/table';
import { dayText, formatDateTime } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { formatMoney, formatMoneyExact, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import type { FigureRow } from '@/lib/funnel/rules/rows';
import { type Say, whyWords } from '@/lib/funnel/rules/words';
import { ZonedTime, type Zones } from '../../pair/zoned-time';

type Props = {
  row: FigureRow;
  href: string;
  zones: Zones;
  locale: Locale;
  say: Say;
  /** Whether the table has a column of amounts. */
  hasAmounts: boolean;
};

/** A pair of a figure; its first cell is the way to the very entry on the pair's page. */
export function RowOfFigure({ row, href, zones, locale, say, hasAmounts }: Props) {
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
