import { useLocale, useTranslations } from 'next-intl';
import { LeftOutText, TotalLines } from '@/components/funnel/figure-text';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { formatNumber, formatPercent } from '@/lib/core/dates';
import { formatMoneyExact, money } from '@/lib/core/money';
import type { Funnel } from '@/lib/funnel/schema/figures';
import { namedRate } from '@/lib/report/rules/named-rate';

const COLUMNS = ['reached', 'met', 'now', 'lost', 'onHold', 'invested'] as const;

/** Pairs by stage as they were frozen; each conversion with its two numbers. */
export function FrozenStages({ funnel: { stages, conversions, steps } }: { funnel: Funnel }) {
  const t = useTranslations('report.figures');
  const words = useTranslations('funnel.figure');
  const stageName = useTranslations('pair.stage');
  return (
    <TableScroll label={t('stages')}>
      <Table caption={t('stages')} dense>
        <thead>
          <tr>
            <HeaderCell>{words('stage')}</HeaderCell>
            {COLUMNS.map((key) => (
              <HeaderCell key={key} numeric>
                {words(key)}
              </HeaderCell>
            ))}
            <HeaderCell numeric>{words('conversion')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {stages.map((figures, k) => (
            <tr key={figures.stage}>
              <HeaderCell scope="row" className="whitespace-nowrap">
                {stageName(figures.stage)}
              </HeaderCell>
              {COLUMNS.map((key) => (
                <Cell key={key} numeric>
                  {key === 'met' && figures.stage === 'candidate' ? '–' : formatNumber(figures[key])}
                </Cell>
              ))}
              <Share share={conversions[k - 1]} />
            </tr>
          ))}
          {steps.map(({ step, pairs, ...share }) => (
            <tr key={step}>
              <HeaderCell scope="row" className="whitespace-nowrap">
                {t(`step.${step}`)}
              </HeaderCell>
              <Cell numeric>{formatNumber(pairs)}</Cell>
              <td colSpan={COLUMNS.length - 1} />
              <Share share={share} />
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

function Share({ share }: { share: { numerator: number; denominator: number } | undefined }) {
  if (!share) return <td />;
  const { numerator, denominator } = share;
  return (
    <Cell numeric>
      {formatPercent(numerator, denominator)}{' '}
      <span className="text-xs text-ink-2">
        ({formatNumber(numerator)}/{formatNumber(denominator)})
      </span>
    </Cell>
  );
}

/** The sums as they were frozen, every digit, and the rates they were made with. No line adds them up. */
export function FrozenSums({ funnel: { sums, startups } }: { funnel: Funnel }) {
  const t = useTranslations('report.figures');
  const words = useTranslations('funnel');
  const locale = useLocale();
  const rates = new Map(sums.flatMap((each) => each.rates).map((rate) => [rate.base, rate]));
  return (
    <div className="grid gap-2">
      <TableScroll label={t('sums')}>
        <Table caption={t('sums')} dense>
          <thead>
            <tr>
              <HeaderCell>{words('money.rung')}</HeaderCell>
              <HeaderCell numeric>{words('figure.pairs')}</HeaderCell>
              <HeaderCell numeric>{words('figure.startups')}</HeaderCell>
              <HeaderCell numeric>{t('totals')}</HeaderCell>
              <HeaderCell numeric>{t('krw')}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {sums.map(({ sum, pairs, startups: some, totals, krw, leftOut }) => (
              <tr key={sum}>
                <HeaderCell scope="row" className="whitespace-nowrap">
                  {words(`sum.${sum}`)}
                </HeaderCell>
                <Cell numeric>{formatNumber(pairs)}</Cell>
                <Cell numeric>{pairs === 0 ? '–' : t('concentration', { all: startups, some })}</Cell>
                <Cell numeric>
                  <TotalLines totals={totals} exact />
                  <LeftOutText leftOut={leftOut} />
                </Cell>
                <Cell numeric className="font-bold">
                  {pairs === 0 || !krw ? '–' : formatMoneyExact(money(krw.minor, 'KRW'), locale)}
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
      <p className="text-xs text-ink-2">
        {t('neverAdded')}.{' '}
        {rates.size === 0
          ? t('noRates')
          : `${t('ratesTitle')}: ${[...rates.values()].map((rate) => `${namedRate(rate, locale)} (${rate.source})`).join(' · ')}`}
      </p>
    </div>
  );
}
