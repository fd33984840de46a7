import { useLocale, useTranslations } from 'next-intl';
import { type FigureColumn, FigureTable } from '@/components/ui/figure-table';
import { TextLink } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { clocksSearch } from '@/lib/core/address';
import { formatNumber } from '@/lib/core/dates';
import type { Day } from '@/lib/core/days';
import { shownName } from '@/lib/core/shown-name';
import { LAST_STEPS } from '@/lib/funnel/rules/figure';
import type { Funnels, FunnelTotals, KeptSum } from '@/lib/funnel/schema/many-funnels';
import { STAGES } from '@/lib/pair/rules/stages';
import { inWonOrEach, LeftOutText, Share, TotalLines } from './figure-text';

type Props = { funnels: Funnels; clocks: { asOf: Day; knownOn: Day | null }; label: string };
type Row = Pick<FunnelTotals, 'stages' | 'conversions' | 'steps'> & {
  /** None for the sum of all programs. */
  program: Funnels['items'][number]['program'] | null;
  sums: readonly Pick<KeptSum, 'sum' | 'totals' | 'krw' | 'pairs' | 'leftOut'>[];
};

/** One line a program, the sum of all below: pairs reached, what follows the main session, and each sum of money apart. */
export function AcrossTable({ funnels: { items, totals }, clocks, label }: Props) {
  const t = useTranslations('funnel.across');
  const sumName = useTranslations('funnel.sum');
  const stepName = useTranslations('funnel-readings.step');
  const stageName = useTranslations('pair.stage');
  const locale = useLocale();
  const search = clocksSearch(clocks);
  const columns: FigureColumn<Row>[] = [
    {
      head: t('program'),
      cell: ({ program }) =>
        program ? (
          <TextLink href={`/programs/${program.slug}/funnel${search}`}>{shownName(program, locale)}</TextLink>
        ) : (
          t('total')
        ),
    },
    ...STAGES.map((stage, at) => ({
      head: stageName(stage),
      cell: ({ stages }: Row) => formatNumber(stages[at]?.reached ?? 0),
    })),
    {
      head: t('toFollowUp'),
      className: 'whitespace-nowrap',
      cell: ({ conversions }) => {
        const last = conversions.at(-1);
        return <Share of={last && last.denominator > 0 ? last : undefined} />;
      },
    },
    ...LAST_STEPS.map((step, at) => ({
      head: stepName(step),
      cell: ({ steps }: Row) => formatNumber(steps[at]?.pairs ?? 0),
    })),
    ...totals.sums.map(({ sum }, at) => ({
      head: sumName(sum),
      className: 'whitespace-nowrap',
      cell: ({ sums }: Row) => {
        const figures = sums[at];
        return (
          figures && (
            <>
              <TotalLines totals={inWonOrEach(figures)} />
              <LeftOutText leftOut={figures.leftOut} />
            </>
          )
        );
      },
    })),
  ];
  return (
    <Panel title={t('table')} note={label}>
      <FigureTable
        caption={`${t('table')}, ${label}`}
        columns={columns}
        rows={items}
        keyOf={({ program }) => program?.slug ?? ''}
        foot={[{ ...totals, program: null }]}
      />
      <p className="text-xs text-ink-2">{t('note')}</p>
    </Panel>
  );
}
