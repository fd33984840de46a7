import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Agenda } from '@/components/meeting/agenda';
import { openingAgendaDay, readAgenda } from '@/components/meeting/agenda-address';
import { dayInZone } from '@/lib/core/dates';
import { canBookMeetings, canMarkMeetings } from '@/lib/meeting/policy';
import { listMeetingDays } from '@/lib/meeting/queries/days';
import { listMeetings } from '@/lib/meeting/queries/list';
import { nextMeetings } from '@/lib/meeting/queries/next';
import { canRecordOutcome } from '@/lib/outcome/policy';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
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
  const [{ days }, { toLogCount }] = await Promise.all([
    listMeetingDays(scope, filter),
    nextMeetings(scope, { limit: 1 }),
  ]);
  const shown = view.day ?? openingAgendaDay(days, dayInZone(now, scope.program.venueZone));
  const page = await orNotFound(
    listMeetings(scope, {
      ...filter,
      sort: view.by,
      ...(shown === 'all' ? {} : { from: shown, to: shown }),
      ...(view.cursor ? { cursor: view.cursor } : {}),
    }),
  );
  const can = { book: canBookMeetings(scope), mark: canMarkMeetings(scope), record: canRecordOutcome(scope) };
  const asStartup = scope.startupId !== null;
  const { program, viewer } = scope;
  return (
    <Agenda
      {...{ program, view, shown, days, page, can, asStartup, now }}
      toLog={toLogCount}
      personId={viewer.personId}
    />
  );
}
