import { getTranslations } from 'next-intl/server';
import { FixedTables } from '@/components/timetable/setup/fixed-tables';
import { RulesForm, RulesList } from '@/components/timetable/setup/rules-form';
import { Panel } from '@/components/ui/panel';
import type { ProgramScope } from '@/lib/core/scope';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { getBlackouts } from '@/lib/timetable/queries/blackouts';
import type { TimetableOverview } from '@/lib/timetable/schema/stage';

type Props = { scope: ProgramScope; stage: MeetingStage; overview: TimetableOverview; canPlan: boolean };

export async function RulesPart({ scope, stage, overview, canPlan }: Props) {
  const { setup, rules, tables } = overview;
  const [t, { rows }] = await Promise.all([
    getTranslations('timetable-setup'),
    getBlackouts(scope, { stage }),
  ]);
  return (
    <>
      <Panel look="plain" title={t('rules.title')} className="border-t-0 pt-0">
        {canPlan ? (
          <RulesForm key={stage} {...{ stage, rules }} usesTables={setup.usesTables} tables={tables.length} />
        ) : (
          <RulesList rules={rules} />
        )}
      </Panel>
      {setup.usesTables && tables.length > 0 && (
        <Panel look="plain" title={t('fixed.title')} note={t('fixed.note')}>
          <FixedTables key={stage} {...{ stage, rows, tables, canPlan }} />
        </Panel>
      )}
    </>
  );
}
