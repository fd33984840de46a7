import { useLocale, useTranslations } from 'next-intl';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { formatDay, parseDay } from '@/lib/core/dates';
import { formatRate } from '@/lib/core/money';
import type { FxRateItem } from '@/lib/program/queries/rates';

export function RateTable({ rates }: { rates: readonly FxRateItem[] }) {
  const t = useTranslations('program.rates');
  const locale = useLocale();
  return (
    <TableScroll label={t('caption')}>
      <Table caption={t('caption')} className="max-w-4xl">
        <thead>
          <tr>
            <HeaderCell>{t('on')}</HeaderCell>
            <HeaderCell numeric>{t('rate')}</HeaderCell>
            <HeaderCell>{t('source')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {rates.map((rate) => {
            const day = parseDay(rate.on);
            return (
              <tr key={rate.id}>
                <HeaderCell scope="row" className="whitespace-nowrap tabular-nums">
                  {day && formatDay(day, locale)}
                </HeaderCell>
                <Cell numeric>{formatRate(rate, locale)}</Cell>
                <Cell>{rate.source}</Cell>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </TableScroll>
  );
}
