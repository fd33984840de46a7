import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { clocksSearch } from '@/lib/core/address';
import { type Day, formatNumber, formatPercent } from '@/lib/core/dates';
import { formatMoney, formatMoneyExact, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import type { Funnels } from '@/lib/funnel/queries/across';
import type { FunnelTotals, KeptSum } from '@/lib/funnel/rules/across';
import { LAST_STEPS } from '@/lib/funnel/rules/figure';
import { STAGES } from '@/lib/pair/rules/stages';
import { LeftOutText } from './left-out';

type Props = { funnels: Funnels; clocks: { asOf: Day; knownOn: Day | null }; label: string };
type Row = Pick<FunnelTotals, 'stages' | 'conversions' | 'steps'> & {
  sums: readonly Pick<KeptSum, 'sum' | 'totals' | 'krw' | 'pairs' | 'leftOut'>[];
};

/** One line a program, the sum of all below: pairs reached, what follows the main session, and each sum of money apart. */
export function AcrossTable({ funnels: { items, totals }, clocks, label }: Props) {
  const t = useTranslations('funnel.across');
  const funnel = useTranslations('funnel');
  const stepName = useTranslations('funnel-readings.step');
  const stageName = useTranslations('pair.stage');
  const locale = useLocale();
  const search = clocksSearch(clocks);
  return (
    <Panel title={t('table')} note={label}>
      <TableScroll label={t('title')}>
        <Table caption={`${t('table')}, ${label}`} dense>
          <thead>
            <tr>
              <HeaderCell>{t('program')}</HeaderCell>
              {STAGES.map((stage) => (
                <HeaderCell key={stage} numeric>
                  {stageName(stage)}
                </HeaderCell>
              ))}
              <HeaderCell numeric>{t('toFollowUp')}</HeaderCell>
              {LAST_STEPS.map((step) => (
                <HeaderCell key={step} numeric>
                  {stepName(step)}
                </HeaderCell>
              ))}
              {totals.sums.map(({ sum }) => (
                <HeaderCell key={sum} numeric>
                  {funnel(`sum.${sum}`)}
                </HeaderCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.program.slug}>
                <HeaderCell scope="row">
                  <TextLink href={`/programs/${item.program.slug}/funnel${search}`}>
                    {shownName(item.program, locale)}
                  </TextLink>
                </HeaderCell>
                <Figures row={item} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <HeaderCell scope="row">{t('total')}</HeaderCell>
              <Figures row={totals} />
            </tr>
          </tfoot>
        </Table>
      </TableScroll>
      <p className="text-xs text-ink-2">{t('note')}</p>
    </Panel>
  );
}

function Figures({ row }: { row: Row }) {
  const last = row.conversions.at(-1);
  return (
    <>
      {row.stages.map(({ stage, reached }) => (
        <Cell key={stage} numeric>
          {formatNumber(reached)}
        </Cell>
      ))}
      <Cell numeric className="whitespace-nowrap">
        {last && last.denominator > 0 ? (
          <>
            {formatPercent(last.numerator, last.denominator)}{' '}
            <span className="text-xs text-ink-2">
              {formatNumber(last.numerator)} / {formatNumber(last.denominator)}
            </span>
          </>
        ) : (
          '–'
        )}
      </Cell>
      {row.steps.map(({ step, pairs }) => (
        <Cell key={step} numeric>
          {formatNumber(pairs)}
        </Cell>
      ))}
      {row.sums.map((sum) => (
        <Cell key={sum.sum} numeric className="whitespace-nowrap">
          <SumText sum={sum} />
          <LeftOutText leftOut={sum.leftOut} />
        </Cell>
      ))}
    </>
  );
}

/** In won where every rate is known, else each currency by itself. */
function SumText({ sum: { krw, totals, pairs } }: { sum: Row['sums'][number] }) {
  const locale = useLocale();
  if (pairs === 0) return '–';
  const shown = krw ? [{ currency: 'KRW', minor: krw.minor }] : totals;
  return shown.map(({ currency, minor }) => {
    const total = money(minor, currency);
    return (
      <span key={currency} className="block" title={formatMoneyExact(total, locale)}>
        {formatMoney(total, locale)}
      </span>
    );
  });
}
