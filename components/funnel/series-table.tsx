import { useLocale, useTranslations } from 'next-intl';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import type { Sum } from '@/lib/amount/rules';
import { dayText, formatNumber } from '@/lib/core/dates';
import { formatMoneyExact, money } from '@/lib/core/money';
import type { FunnelSeries } from '@/lib/funnel/queries/series';
import { STAGES } from '@/lib/pair/rules/stages';
import { LeftOutText } from './left-out';

type Props = { series: FunnelSeries; sums: readonly Sum[] };

/** Every day of change with its sums in won, to the last digit, and how many pairs had reached each stage. */
export function SeriesTable({ series: { points, asOf }, sums }: Props) {
  const t = useTranslations('funnel-time.money');
  const sumName = useTranslations('funnel.sum');
  const stageName = useTranslations('pair.stage');
  const locale = useLocale();
  const caption = t('caption', { date: dayText(asOf, locale) });
  return (
    <details>
      <summary className="w-fit rounded-sm text-sm">
        {t('table')} <span className="text-ink-2">{t('changes', { count: points.length })}</span>
      </summary>
      <TableScroll label={caption} className="mt-2 max-h-96 overflow-y-auto print:max-h-none">
        <Table caption={caption} dense>
          <thead>
            <tr>
              <HeaderCell>{t('day')}</HeaderCell>
              {sums.map((sum) => (
                <HeaderCell key={sum} numeric>
                  {sumName(sum)}
                </HeaderCell>
              ))}
              {STAGES.map((stage) => (
                <HeaderCell key={stage} numeric>
                  {stageName(stage)}
                </HeaderCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.day}>
                <HeaderCell scope="row" className="whitespace-nowrap tabular-nums">
                  {dayText(point.day, locale)}
                </HeaderCell>
                {sums.map((sum) => {
                  const figure = point.sums.find((one) => one.sum === sum);
                  return (
                    <Cell key={sum} numeric>
                      {figure?.krw && figure.pairs > 0
                        ? formatMoneyExact(money(figure.krw.minor, 'KRW'), locale)
                        : t('none')}
                      <LeftOutText leftOut={figure?.leftOut} />
                    </Cell>
                  );
                })}
                {point.reached.map(({ stage, pairs }) => (
                  <Cell key={stage} numeric>
                    {formatNumber(pairs)}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
    </details>
  );
}
