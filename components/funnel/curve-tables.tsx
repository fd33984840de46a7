import { useTranslations } from 'next-intl';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { formatNumber, formatPercent } from '@/lib/core/dates';
import type { TimeInStage } from '@/lib/funnel/rules/survival';

/** The points of each curve, for whoever does not see it: each share with the numbers it is estimated from. */
export function CurveTables({ times }: { times: readonly TimeInStage[] }) {
  const t = useTranslations('funnel-time.stay');
  return (
    <details>
      <summary className="w-fit rounded-sm text-sm">{t('table')}</summary>
      <div className="mt-2 grid items-start gap-6 lg:grid-cols-2">
        {times.map((time) => (
          <CurveTable key={time.stage} time={time} />
        ))}
      </div>
    </details>
  );
}

function CurveTable({ time: { stage, curve } }: { time: TimeInStage }) {
  const t = useTranslations('funnel-time.stay');
  const caption = t('points', { stage: useTranslations('pair.stage')(stage) });
  return (
    <TableScroll label={caption} className="max-h-80 overflow-y-auto print:max-h-none">
      <Table caption={caption} captionVisible dense>
        <thead>
          <tr>
            {(['length', 'atRisk', 'left', 'censored', 'staying'] as const).map((key) => (
              <HeaderCell key={key} numeric>
                {t(key)}
              </HeaderCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {curve.map((step) => (
            <tr key={step.days}>
              <HeaderCell scope="row" numeric className="tabular-nums">
                {t('days', { days: step.days })}
              </HeaderCell>
              <Cell numeric>{formatNumber(step.atRisk)}</Cell>
              <Cell numeric>{formatNumber(step.left)}</Cell>
              <Cell numeric>{formatNumber(step.open)}</Cell>
              <Cell numeric>{formatPercent(step.staying.numerator, step.staying.denominator)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
