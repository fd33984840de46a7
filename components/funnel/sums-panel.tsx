import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, Table } from '@/components/ui/table';
import type { Sum } from '@/lib/amount/rules';
import { formatMoney, formatMoneyExact, money } from '@/lib/core/money';
import type { Funnel, SumFigures } from '@/lib/funnel/schema/figures';
import type { OpensRows } from './address';
import { CountLink } from './count-link';
import { LeftOutText } from './left-out';
import { TotalLines } from './total-lines';

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
  return (
    <Panel title={t('money.sums')} note={t('money.neverAdded')}>
      <Table caption={t('money.caption', { date })} dense>
        <thead className="sr-only">
          <tr>
            <HeaderCell>{t('money.rung')}</HeaderCell>
            <HeaderCell numeric>{t('figure.pairs')}</HeaderCell>
            <HeaderCell numeric>{t('money.krw')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {funnel.sums.map((figures) => {
            const name = t(`sum.${figures.sum}`);
            return (
              <tr key={figures.sum}>
                <HeaderCell scope="row">
                  <Link
                    href={choose(figures.sum)}
                    scroll={false}
                    aria-current={figures.sum === chosen ? 'true' : undefined}
                    className="rounded-sm underline decoration-line-2 underline-offset-4 hover:decoration-current aria-current:font-bold aria-current:decoration-current"
                  >
                    {name}
                  </Link>
                </HeaderCell>
                <Cell numeric>
                  <CountLink
                    count={figures.pairs}
                    href={rows({ kind: 'sum', sum: figures.sum })}
                    label={t('open.money', { what: name })}
                  />
                </Cell>
                <Cell numeric>
                  <Total figures={figures} />
                  <LeftOutText
                    leftOut={figures.leftOut}
                    href={rows({ kind: 'left_out', sum: figures.sum })}
                  />
                </Cell>
              </tr>
            );
          })}
        </tbody>
      </Table>
      <p className="text-xs text-ink-2">{t('money.neverAddedWhy')}</p>
    </Panel>
  );
}

function Total({ figures: { pairs, krw, totals } }: { figures: SumFigures }) {
  const locale = useLocale();
  if (pairs === 0) return '–';
  if (!krw) return <TotalLines totals={totals} />;
  const total = money(krw.minor, 'KRW');
  return (
    <span className="font-bold" title={formatMoneyExact(total, locale)}>
      {formatMoney(total, locale)}
    </span>
  );
}
