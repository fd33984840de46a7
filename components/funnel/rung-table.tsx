import { useLocale, useTranslations } from 'next-intl';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { formatNumber } from '@/lib/core/dates';
import { formatMoneyExact, money } from '@/lib/core/money';
import type { Funnel } from '@/lib/funnel/schema/figures';
import type { OpensRows } from './address';
import { CountLink } from './count-link';
import { LeftOutText } from './left-out';
import { TotalLines } from './total-lines';

/** Each rung by itself, in its own currencies to the last digit. */
export function RungTable({ funnel, rows, date }: { funnel: Funnel; rows: OpensRows; date: string }) {
  const t = useTranslations('funnel');
  const rungName = useTranslations('amount.rung');
  const locale = useLocale();
  const caption = t('money.rungsCaption', { date });
  return (
    <TableScroll label={caption}>
      <Table caption={caption} dense>
        <thead>
          <tr>
            <HeaderCell>{t('money.rung')}</HeaderCell>
            <HeaderCell numeric>{t('figure.pairs')}</HeaderCell>
            <HeaderCell numeric>{t('figure.startups')}</HeaderCell>
            <HeaderCell numeric>{t('money.totals')}</HeaderCell>
            <HeaderCell numeric>{t('money.krw')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {funnel.amounts.map(({ rung, pairs, startups, totals, krw, leftOut }) => (
            <tr key={rung}>
              <HeaderCell scope="row" className="whitespace-nowrap">
                {rungName(rung)}
              </HeaderCell>
              <Cell numeric>
                <CountLink
                  count={pairs}
                  href={rows({ kind: 'rung', rung })}
                  label={t('open.money', { what: rungName(rung) })}
                />
              </Cell>
              <Cell numeric>{formatNumber(startups)}</Cell>
              <Cell numeric>
                <TotalLines totals={totals} exact />
                <LeftOutText leftOut={leftOut} />
              </Cell>
              <Cell numeric>
                {pairs > 0 && krw ? formatMoneyExact(money(krw.minor, 'KRW'), locale) : '–'}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
