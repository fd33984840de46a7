import { useTranslations } from 'next-intl';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { formatNumber } from '@/lib/core/dates';
import type { Funnel } from '@/lib/funnel/rules/figures';
import type { Period } from '@/lib/funnel/rules/period';
import type { OpensRows } from './address';
import { BarCount } from './bar-count';
import { barsOf, type Into } from './bars';
import { ConversionCell } from './conversion-cell';
import { usePlaceName } from './use-place-name';

type Props = { funnel: Funnel; period: Period; rows: OpensRows; from: string; to: string };

/** The period's picture as a table. */
export function PeriodTable({ funnel, period, rows, from, to }: Props) {
  const t = useTranslations('funnel-readings.period');
  const figure = useTranslations('funnel.figure');
  const name = usePlaceName();
  const bars = barsOf(funnel, period);
  const caption = t('caption', { from, to });
  return (
    <TableScroll label={caption}>
      <Table caption={caption} dense>
        <thead>
          <tr>
            <HeaderCell>{figure('stage')}</HeaderCell>
            <HeaderCell numeric>{t('entered')}</HeaderCell>
            <HeaderCell numeric>{t('met')}</HeaderCell>
            <HeaderCell numeric>{t('lost')}</HeaderCell>
            <HeaderCell numeric>{figure('conversion')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar, k) => {
            const stage = period.stages.find((each) => each.stage === bar.place);
            const into: Into | null = bars[k - 1]?.onward ?? null;
            const number = (count: number | undefined) => (count === undefined ? '–' : formatNumber(count));
            return (
              <tr key={bar.place}>
                <HeaderCell scope="row" className="whitespace-nowrap">
                  {name(bar.place)}
                </HeaderCell>
                <Cell numeric>
                  <BarCount bar={bar} rows={rows} />
                </Cell>
                <Cell numeric>{bar.place === 'candidate' ? '–' : number(stage?.met)}</Cell>
                <Cell numeric>{number(stage?.lost)}</Cell>
                <ConversionCell into={into} />
              </tr>
            );
          })}
        </tbody>
      </Table>
    </TableScroll>
  );
}
