import { useLocale, useTranslations } from 'next-intl';
import { LeftOutText, Share, TotalLines } from '@/components/funnel/figure-text';
import { FigureTable } from '@/components/ui/figure-table';
import { formatNumber } from '@/lib/core/dates';
import { formatMoneyExact, money } from '@/lib/core/money';
import { namedRate } from '@/lib/funnel/rules/label';
import type { Funnel, StageFigures } from '@/lib/funnel/schema/figures';

const COLUMNS = ['reached', 'met', 'now', 'lost', 'onHold', 'invested'] as const;

/** Pairs by stage as they were frozen; each conversion with its two numbers. */
export function FrozenStages({ funnel: { stages, conversions, steps } }: { funnel: Funnel }) {
  const t = useTranslations('report.figures');
  const words = useTranslations('funnel.figure');
  const stageName = useTranslations('pair.stage');
  const lines = [
    ...stages.map((figures, k) => ({ name: stageName(figures.stage), figures, into: conversions[k - 1] })),
    ...steps.map((step) => ({ name: t(`step.${step.step}`), figures: { reached: step.pairs }, into: step })),
  ];
  type Line = { figures: Partial<StageFigures> };
  return (
    <FigureTable
      caption={t('stages')}
      rows={lines}
      keyOf={({ name }) => name}
      columns={[
        { head: words('stage'), cell: ({ name }) => name, className: 'whitespace-nowrap' },
        ...COLUMNS.map((key) => ({
          head: words(key),
          cell: ({ figures }: Line) =>
            key === 'met' && figures.stage === 'candidate' ? '–' : counted(figures[key]),
        })),
        { head: words('conversion'), cell: ({ into }) => into && <Share of={into} /> },
      ]}
    />
  );
}

/** Nothing meets, stands or is lost in a step behind the last stage. */
function counted(count: number | undefined): string {
  return count === undefined ? '' : formatNumber(count);
}

/** The sums as they were frozen, every digit, and the rates they were made with. No line adds them up. */
export function FrozenSums({ funnel: { sums, startups } }: { funnel: Funnel }) {
  const t = useTranslations('report.figures');
  const words = useTranslations('funnel');
  const locale = useLocale();
  const rates = new Map(sums.flatMap((each) => each.rates).map((rate) => [rate.base, rate]));
  return (
    <div className="grid gap-2">
      <FigureTable
        caption={t('sums')}
        rows={sums}
        keyOf={({ sum }) => sum}
        columns={[
          {
            head: words('money.rung'),
            cell: ({ sum }) => words(`sum.${sum}`),
            className: 'whitespace-nowrap',
          },
          { head: words('figure.pairs'), cell: ({ pairs }) => formatNumber(pairs) },
          {
            head: words('figure.startups'),
            cell: ({ pairs, startups: some }) =>
              pairs === 0 ? '–' : t('concentration', { all: startups, some }),
          },
          {
            head: t('totals'),
            cell: ({ totals, leftOut }) => (
              <>
                <TotalLines totals={totals} exact />
                <LeftOutText leftOut={leftOut} />
              </>
            ),
          },
          {
            head: t('krw'),
            cell: ({ pairs, krw }) =>
              pairs === 0 || !krw ? '–' : formatMoneyExact(money(krw.minor, 'KRW'), locale),
            className: 'font-bold',
          },
        ]}
      />
      <p className="text-xs text-ink-2">
        {t('neverAdded')}.{' '}
        {rates.size === 0
          ? t('noRates')
          : `${t('ratesTitle')}: ${[...rates.values()].map((rate) => `${namedRate(rate, locale)} (${rate.source})`).join(' · ')}`}
      </p>
    </div>
  );
}
