import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MeetingViews } from '@/components/meeting/meeting-views';
import { PendingOutcomes } from '@/components/outcome/pending-outcomes';
import { ToLogList } from '@/components/outcome/to-log-list';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { nextMeetings } from '@/lib/meeting/queries/list';
import { canRecordOutcome } from '@/lib/outcome/policy';
import { requireProgram } from '@/lib/platform/gate';

type Props = { params: Promise<{ program: string }> };

/** As many as one sitting gets through; the rest comes up as these are logged. */
const SHOWN = 100;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outcome');
  return { title: t('toLog.title') };
}

export default async function OutcomesToLogPage({ params }: Props) {
  const scope = await requireProgram((await params).program);
  if (!canRecordOutcome(scope)) notFound();
  const [t, { toLog, toLogCount }] = await Promise.all([
    getTranslations('outcome'),
    nextMeetings(scope, { limit: SHOWN }),
  ]);
  const { program } = scope;
  return (
    <ClientMessages namespaces={['outcome']}>
      <PageHeader title={t('toLog.title')} subtitle={t('toLog.count', { count: toLogCount })}>
        <MeetingViews slug={program.slug} current="outcomes" toLog={toLogCount} />
      </PageHeader>
      <PendingOutcomes personId={scope.viewer.personId} />
      <ToLogList
        meetings={toLog}
        total={toLogCount}
        program={program}
        asStartup={scope.startupId !== null}
        now={new Date()}
      />
    </ClientMessages>
  );
}
