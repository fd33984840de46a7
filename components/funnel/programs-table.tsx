import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FigureTable } from '@/components/ui/figure-table';
import { TextLink } from '@/components/ui/link-button';
import { withParams } from '@/lib/core/address';
import { dayText, formatNumber } from '@/lib/core/dates';
import { type Day, daysBetween } from '@/lib/core/days';
import { LAST_STEPS } from '@/lib/funnel/rules/figure';
import type { Funnel } from '@/lib/funnel/schema/figures';
import { LIVE_RUNGS } from '@/lib/pair/rules/item';
import { STAGES } from '@/lib/pair/rules/stages';
import { Share, TotalLines } from './figure-text';
import { paramsOfShared, type SharedFilter } from './programs-address';

export type ComparedProgram = {
  slug: string;
  name: string;
  baseCurrency: string;
  mainDay: Day | null;
  /** The day it is read on; null, and no funnel, where its main session has no dates. */
  day: Day | null;
  funnel: Funnel | null;
};
type Props = { programs: readonly ComparedProgram[]; filter: SharedFilter };
type Row = { key: string; label: string; cell: (program: ComparedProgram) => ReactNode };

/** A column a program: its moment, the pairs by stage, what follows from stage to stage, and the money of each level apart. */
export function ProgramsTable({ programs, filter }: Props) {
  const t = useTranslations('funnel.programs');
  const rows = useRows(filter);
  return (
    <div className="grid gap-2">
      <FigureTable
        caption={t('caption')}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { head: t('figure'), cell: ({ label }: Row) => label },
          ...programs.map((program) => ({
            head: program.name,
            cell: ({ cell }: Row) => cell(program),
          })),
        ]}
      />
      <p className="text-xs text-ink-2">{t('note')}</p>
    </div>
  );
}

function useRows(filter: SharedFilter): Row[] {
  const t = useTranslations('funnel.programs');
  const locale = useLocale();
  const [stageName, stepName, rungName] = [
    useTranslations('pair.stage'),
    useTranslations('funnel-readings.step'),
    useTranslations('amount.rung'),
  ];
  const of = (read: (funnel: Funnel, program: ComparedProgram) => ReactNode) => (program: ComparedProgram) =>
    program.funnel ? read(program.funnel, program) : '–';
  const search = paramsOfShared(filter);
  return [
    {
      key: 'day',
      label: t('day'),
      cell: ({ slug, day }) =>
        day ? (
          <TextLink href={withParams(`/programs/${slug}/funnel`, { ...search, asOf: day })}>
            {dayText(day, locale)}
          </TextLink>
        ) : (
          t('noMainDay')
        ),
    },
    {
      key: 'since',
      label: t('since'),
      cell: ({ mainDay, day }) => (mainDay && day ? formatNumber(daysBetween(mainDay, day)) : '–'),
    },
    ...STAGES.map((stage, at) => ({
      key: `reached:${stage}`,
      label: t('reached', { stage: stageName(stage) }),
      cell: of(({ stages }) => formatNumber(stages[at]?.reached ?? 0)),
    })),
    ...STAGES.slice(0, -1).map((stage, at) => ({
      key: `conversion:${stage}`,
      label: t('conversion', { from: stageName(stage), to: stageName(STAGES[at + 1] ?? stage) }),
      cell: of(({ conversions }) => {
        const found = conversions[at];
        return <Share of={found && found.denominator > 0 ? found : undefined} />;
      }),
    })),
    ...LAST_STEPS.map((step, at) => ({
      key: `step:${step}`,
      label: stepName(step),
      cell: of(({ steps }) => formatNumber(steps[at]?.pairs ?? 0)),
    })),
    ...LIVE_RUNGS.map((rung) => ({
      key: `rung:${rung}`,
      label: t('money', { rung: rungName(rung) }),
      cell: of(({ amounts }, { baseCurrency }) => (
        <TotalLines
          totals={baseFirst(amounts.find((each) => each.rung === rung)?.totals ?? [], baseCurrency)}
        />
      )),
    })),
  ];
}

/** A program's own currency above the others; none is ever added to another. */
function baseFirst<Total extends { currency: string }>(totals: readonly Total[], base: string): Total[] {
  return [
    ...totals.filter(({ currency }) => currency === base),
    ...totals.filter(({ currency }) => currency !== base),
  ];
}
