import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportLink } from '@/components/import/import-link';
import { Agenda } from '@/components/meeting/agenda';
import { openingAgendaDay, readAgenda } from '@/components/meeting/agenda-address';
import { PendingOutcomes } from '@/components/outcome/pending-outcomes';
import { ExportMenu } from '@/components/shell/export-menu';
import type { RawQuery } from '@/lib/core/address';
import { dayInZone } from '@/lib/core/zones';
import { canImport } from '@/lib/import/policy';
import { canBookMeetings, canMarkMeetings } from '@/lib/meeting/policy';
import { listMeetingDays, listMeetings, nextMeetings } from '@/lib/meeting/queries/list';
import { canRecordOutcome } from '@/lib/outcome/policy';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';
import { canShareViews } from '@/lib/view/policy';

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<RawQuery>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('meeting');
  return { title: t('title') };
}

export default async function MeetingsPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  const view = readAgenda(await searchParams);
  const now = new Date();
  const filter = {
    ...(view.stage ? { stage: view.stage } : {}),
    ...(view.state ? { state: view.state } : {}),
    ...(view.startup ? { startup: view.startup } : {}),
    ...(view.investor ? { investor: view.investor } : {}),
    ...(view.missing ? { withoutOutcome: true } : {}),
  };
  const [{ days }, { days: todays }, { toLogCount }] = await Promise.all([
    listMeetingDays(scope, filter),
    listMeetingDays(scope, { ...filter, today: true }),
    nextMeetings(scope, { limit: 1 }),
  ]);
  const onToday = todays.reduce((sum, { meetings }) => sum + meetings, 0);
  const opening = openingAgendaDay(days, dayInZone(now, scope.program.venueZone));
  const shown = view.day ?? (onToday > 0 ? 'today' : opening);
  const asked = {
    ...filter,
    sort: view.by,
    ...(shown === 'today' ? { today: true } : shown === 'all' ? {} : { from: shown, to: shown }),
  };
  const page = await orNotFound(
    listMeetings(scope, { ...asked, ...(view.cursor ? { cursor: view.cursor } : {}) }),
  );
  const exported = Object.fromEntries(Object.entries(asked).map(([key, value]) => [key, String(value)]));
  const can = { book: canBookMeetings(scope), mark: canMarkMeetings(scope), record: canRecordOutcome(scope) };
  const asStartup = scope.startupId !== null;
  const { program, viewer } = scope;
  return (
    <Agenda
      {...{ program, view, shown, days, onToday, page, can, asStartup, now }}
      canShare={canShareViews(scope)}
      toLog={toLogCount}
      tools={
        <>
          <ExportMenu slug={program.slug} what="meetings" asked={exported} />
          {canImport(scope) && <ImportLink slug={program.slug} kind="meetings" />}
        </>
      }
      notice={<PendingOutcomes personId={viewer.personId} />}
    />
  );
}
