import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readSetup, stageOf } from '@/components/timetable/address';
import { SetupFrame, StageFacts } from '@/components/timetable/setup/setup-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { RawQuery } from '@/lib/core/address';
import { MEETING_STAGES } from '@/lib/pair/rules/stages';
import { requireProgram } from '@/lib/platform/gate';
import { getProgram } from '@/lib/program/queries/programs';
import { canPlan, canReadTimetables } from '@/lib/timetable/policy';
import { getOverview } from '@/lib/timetable/queries/overview';
import { AvailabilityPart } from './availability-part';
import { RulesPart } from './rules-part';

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<RawQuery>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('timetable-setup'))('title') };
}

export default async function TimetableSetupPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (!canReadTimetables(scope)) notFound();
  const [query, settings, t] = await Promise.all([
    searchParams,
    getProgram(scope, {}),
    getTranslations('timetable-setup'),
  ]);
  const { slug } = scope.program;
  const { stage: named, part } = readSetup(query);
  const ofProgram: readonly string[] = settings.stages.map(({ stage }) => stage);
  const stage = stageOf(named, ofProgram);
  if (!stage) {
    const toStages = (
      <LinkButton href={`/programs/${slug}/settings/stages`}>{t('facts.toStages')}</LinkButton>
    );
    return <EmptyState title={t('noStages')} actions={toStages} />;
  }
  const plans = canPlan(scope);
  const overview = await getOverview(scope, { stage });
  return (
    <SetupFrame
      program={scope.program}
      stages={MEETING_STAGES.filter((each) => ofProgram.includes(each))}
      canPlan={plans}
      {...{ stage, part }}
    >
      <StageFacts slug={slug} overview={overview} />
      {part === 'rules' ? (
        <RulesPart {...{ scope, stage, overview }} canPlan={plans} />
      ) : (
        <AvailabilityPart {...{ scope, stage, overview }} canPlan={plans} />
      )}
    </SetupFrame>
  );
}
