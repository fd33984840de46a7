import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { FigureTable } from '@/components/ui/figure-table';
import { Panel } from '@/components/ui/panel';
import type { Sum } from '@/lib/amount/rules';
import { formatNumber } from '@/lib/core/dates';
import { formatMoneyExact, money } from '@/lib/core/money';
import type { Funnel, SumFigures } from '@/lib/funnel/schema/figures';
import type { ClaimsOfSum } from '@/lib/funnel/schema/sources';
import type { OpensRows } from './address';
import { CountLink } from './count-link';
import { inWonOrEach, LeftOutText, TotalLines } from './figure-text';

type Props = {
  funnel: Funnel;
  rows: OpensRows;
  date: string;
  chosen: Sum;
  /** Where a sum is put in front. */
  choose: (sum: Sum) => string;
};

/** The sums side by side, with no line below them that would add them up. */
export function SumsPanel({ funnel, rows, date, chosen, choose }: Props) {
  const t = useTranslations('funnel');
  const name = ({ sum }: SumFigures) => (
    <Link
      href={choose(sum)}
      scroll={false}
      aria-current={sum === chosen ? 'true' : undefined}
      className="rounded-sm underline decoration-line-2 underline-offset-4 hover:decoration-current aria-current:font-bold aria-current:decoration-current"
    >
      {t(`sum.${sum}`)}
    </Link>
  );
  return (
    <Panel title={t('money.sums')} note={t('money.neverAdded')}>
      <FigureTable
        fits
        headHidden
        caption={t('money.caption', { date })}
        rows={funnel.sums}
        keyOf={({ sum }) => sum}
        columns={[
          { head: t('money.rung'), cell: name },
          {
            head: t('figure.pairs'),
            cell: ({ sum, pairs }) => (
              <CountLink
                count={pairs}
                href={rows({ kind: 'sum', sum })}
                label={t('open.money', { what: t(`sum.${sum}`) })}
              />
            ),
          },
          {
            head: t('money.krw'),
            cell: (figures) => (
              <>
                <TotalLines
                  totals={inWonOrEach(figures)}
                  className={figures.krw && figures.pairs > 0 ? 'font-bold' : ''}
                />
                <LeftOutText leftOut={figures.leftOut} href={rows({ kind: 'left_out', sum: figures.sum })} />
              </>
            ),
          },
        ]}
      />
      <p className="text-xs text-ink-2">{t('money.neverAddedWhy')}</p>
    </Panel>
  );
}

type ClaimsPanelProps = { claims: ClaimsOfSum; date: string; rows: OpensRows };

/** Who stands behind the sum in front: each source apart, with no line that would add them up. */
export function ClaimsPanel({ claims: { sum, claims }, date, rows }: ClaimsPanelProps) {
  const t = useTranslations('funnel-readings.claims');
  const funnel = useTranslations('funnel');
  const name = funnel(`sum.${sum}`);
  return (
    <Panel title={t('title')} note={funnel('money.title', { sum: name })}>
      <FigureTable
        fits
        headHidden
        caption={t('caption', { sum: name, date })}
        rows={claims}
        keyOf={({ said }) => said}
        columns={[
          { head: t('said'), cell: ({ said }) => t(said) },
          {
            head: funnel('figure.pairs'),
            cell: ({ said, pairs }) => (
              <CountLink
                count={pairs}
                href={rows({ kind: 'said', sum, source: said })}
                label={t('open', { said: t(said) })}
              />
            ),
          },
          { head: t('totals'), cell: ({ totals }) => <TotalLines totals={totals} /> },
        ]}
      />
      <p className="text-xs text-ink-2">{t('note')}</p>
    </Panel>
  );
}

/** Each rung by itself, in its own currencies to the last digit. */
export function RungTable({ funnel, rows, date }: { funnel: Funnel; rows: OpensRows; date: string }) {
  const t = useTranslations('funnel');
  const rungName = useTranslations('amount.rung');
  const locale = useLocale();
  return (
    <FigureTable
      caption={t('money.rungsCaption', { date })}
      rows={funnel.amounts}
      keyOf={({ rung }) => rung}
      columns={[
        { head: t('money.rung'), cell: ({ rung }) => rungName(rung), className: 'whitespace-nowrap' },
        {
          head: t('figure.pairs'),
          cell: ({ rung, pairs }) => (
            <CountLink
              count={pairs}
              href={rows({ kind: 'rung', rung })}
              label={t('open.money', { what: rungName(rung) })}
            />
          ),
        },
        { head: t('figure.startups'), cell: ({ startups }) => formatNumber(startups) },
        {
          head: t('money.totals'),
          cell: ({ totals, leftOut }) => (
            <>
              <TotalLines totals={totals} exact />
              <LeftOutText leftOut={leftOut} />
            </>
          ),
        },
        {
          head: t('money.krw'),
          cell: ({ pairs, krw }) =>
            pairs > 0 && krw ? formatMoneyExact(money(krw.minor, 'KRW'), locale) : '–',
        },
      ]}
    />
  );
}
