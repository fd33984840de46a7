import { useTranslations } from 'next-intl';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import type { Period } from '@/lib/funnel/rules/period';
import type { Funnel } from '@/lib/funnel/schema/figures';
import type { OpensRows } from './address';
import { BarCount } from './bar-count';
import { barsOf, type Into } from './bars';
import { ConversionCell } from './conversion-cell';
import { CountLink } from './count-link';
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
            return (
              <tr key={bar.place}>
                <HeaderCell scope="row" className="whitespace-nowrap">
                  {name(bar.place)}
                </HeaderCell>
                <Cell numeric>
                  <BarCount bar={bar} rows={rows} />
                </Cell>
                <Cell numeric>
                  {stage && stage.stage !== 'candidate' ? (
                    <CountLink
                      count={stage.met}
                      href={rows({ kind: 'first_met', stage: stage.stage })}
                      label={t('openMet', { stage: name(bar.place) })}
                    />
                  ) : (
                    '–'
                  )}
                </Cell>
                <Cell numeric>
                  {stage ? (
                    <CountLink
                      count={stage.lost}
                      href={rows({ kind: 'newly_lost', stage: stage.stage })}
                      label={t('openLost', { stage: name(bar.place) })}
                    />
                  ) : (
                    '–'
                  )}
                </Cell>
                <ConversionCell into={into} />
              </tr>
            );
          })}
        </tbody>
      </Table>
    </TableScroll>
  );
}
