import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { OutcomeTask } from '@/components/outcome/outcome-task';
import { nextMeetings } from '@/lib/meeting/queries/list';
import { canRecordOutcome } from '@/lib/outcome/policy';
import { findOutcomeForm } from '@/lib/outcome/queries';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';

type Props = { params: Promise<{ program: string; meeting: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outcome');
  return { title: t('title') };
}

export default async function OutcomePage({ params }: Props) {
  const { program: slug, meeting: meetingId } = await params;
  const scope = await requireProgram(slug);
  if (!canRecordOutcome(scope)) notFound();
  const form = await orNotFound(findOutcomeForm(scope, { meetingId }));
  const { toLog } = await nextMeetings(scope, { limit: 10 });
  return (
    <OutcomeTask
      form={form}
      others={toLog}
      program={scope.program}
      personId={scope.viewer.personId}
      asStartup={scope.startupId !== null}
      now={new Date()}
    />
  );
}
