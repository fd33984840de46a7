import { getTranslations } from 'next-intl/server';
import { BasicsForm } from '@/components/program/settings/basics-form';
import { SecondFactorRule } from '@/components/program/settings/second-factor-rule';
import { SlotDays } from '@/components/program/settings/slot-days';
import { SlotGenerator } from '@/components/program/settings/slot-generator';
import { StageList } from '@/components/program/settings/stage-list';
import { TableAdder, TableList } from '@/components/program/settings/tables';
import { TargetsForm } from '@/components/program/setup/targets-form';
import { zoneOptions } from '@/components/program/zone-options';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { WHOLE_LIST } from '@/lib/core/fields';
import type { ProgramScope } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';
import { canRequireSecondFactor } from '@/lib/program/policy';
import { findSecondFactorRule } from '@/lib/program/queries/second-factor';
import { listSlots } from '@/lib/program/queries/slots';
import type { SetupStep } from '@/lib/program/schema';
import type { ProgramSettings } from '@/lib/program/schema/settings';
import { PartyStep } from './party-step';
import { PeopleStep } from './people-step';

type Props = { scope: ProgramScope; settings: ProgramSettings };

/** The form of one step: the same that stands in the settings or at the list it fills. */
export function StepForm({ step, ...props }: Props & { step: SetupStep }) {
  switch (step) {
    case 'basics':
      return <BasicsStep {...props} />;
    case 'stages':
      return <StageList settings={props.settings} canEdit />;
    case 'tables':
      return (
        <div className="grid gap-4">
          <TableList tables={props.settings.tables} />
          <TableAdder />
        </div>
      );
    case 'slots':
      return <SlotsStep {...props} />;
    case 'targets':
      return <TargetsStep {...props} />;
    case 'startups':
      return <PartyStep scope={props.scope} kind="startup" />;
    case 'investors':
      return <PartyStep scope={props.scope} kind="investor" />;
    case 'people':
      return <PeopleStep scope={props.scope} />;
  }
}

function BasicsStep({ settings: { program, stages } }: Props) {
  const { name, nameEn, venue, venueEn, homeZone, venueZone } = program;
  const { baseCurrency, asOfDefault, evidenceLimit, largeAmount } = program;
  const main = stages.find(({ stage }) => stage === 'main_session');
  return (
    <BasicsForm
      version={program.version}
      initial={{
        ...{ name, nameEn, venue, venueEn, homeZone, venueZone },
        ...{ baseCurrency, asOfDefault, evidenceLimit, largeAmount },
      }}
      zones={zoneOptions()}
      day={main?.startsOn ?? dayInZone(new Date(), homeZone)}
    />
  );
}

async function StagesFirst({ slug, text }: { slug: string; text: 'needsStages' | 'noStages' }) {
  const t = await getTranslations('program.setup');
  return (
    <EmptyState
      title={t(text)}
      actions={<LinkButton href={`/programs/${slug}/setup?step=stages`}>{t('toStages')}</LinkButton>}
    />
  );
}

async function SlotsStep({ scope, settings: { program, stages, tables } }: Props) {
  if (stages.length === 0) return <StagesFirst slug={program.slug} text="needsStages" />;
  const { items } = await listSlots(scope, { limit: WHOLE_LIST });
  const live = tables.filter((table) => table.archivedAt === null);
  return (
    <div className="grid gap-6">
      <SlotGenerator stages={stages} homeZone={program.homeZone} tables={live.length} />
      <SlotDays slots={items} stages={stages} homeZone={program.homeZone} canEdit />
    </div>
  );
}

async function TargetsStep({ scope, settings: { program, stages } }: Props) {
  const [{ isRequired }, t] = await Promise.all([
    findSecondFactorRule(scope, {}),
    getTranslations('program.setup'),
  ]);
  return (
    <div className="grid gap-6">
      {stages.length === 0 ? (
        <StagesFirst slug={program.slug} text="noStages" />
      ) : (
        <TargetsForm key={program.version} version={program.version} stages={stages} />
      )}
      <SecondFactorRule isRequired={isRequired} canChange={canRequireSecondFactor(scope)} />
      <p className="text-ink-2">
        {t('rules')} <TextLink href={`/programs/${program.slug}/timetable/setup`}>{t('toRules')}</TextLink>
      </p>
    </div>
  );
}
