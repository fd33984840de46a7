import { getLocale, getTranslations } from 'next-intl/server';
import { PendingOutcomes } from '@/components/outcome/pending-outcomes';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { type Day, formatDay, zoneName } from '@/lib/core/dates';
import type { ProgramEntry } from '@/lib/core/scope';
import type { MeetingDay } from '@/lib/meeting/queries/days';
import type { MeetingPage } from '@/lib/meeting/queries/list';
import { type AgendaView, agendaHref } from './agenda-address';
import { AgendaDays } from './agenda-days';
import { AgendaFilters } from './agenda-filters';
import { type AgendaCan, AgendaTable } from './agenda-table';
import { BookMeetingButton } from './book-meeting-button';
import { MeetingDesk, type Zones } from './meeting-desk';
import { MeetingViews } from './meeting-views';

type Props = {
  program: ProgramEntry;
  view: AgendaView;
  shown: Day | 'all';
  days: readonly MeetingDay[];
  page: MeetingPage;
  can: AgendaCan;
  asStartup: boolean;
  toLog: number;
  personId: string;
  now: Date;
};

/** What is on, day by day: who meets whom where, how it went, and what is still to be written down. */
export async function Agenda(props: Props) {
  const { program, view, shown, days, page, can, asStartup, toLog, personId, now } = props;
  const [t, stage, locale] = await Promise.all([
    getTranslations('meeting'),
    getTranslations('pair.stageShort'),
    getLocale(),
  ]);
  const { slug } = program;
  const zones: Zones = [program.venueZone, program.homeZone];
  const noon = shown === 'all' ? now : new Date(`${shown}T17:00:00Z`);
  const zone = t('zone', { zone: zoneName(noon, program.venueZone) });
  const title = shown === 'all' ? t('days.all') : formatDay(shown, locale);
  const [video_call, pre_meeting, main_session, follow_up] = [
    stage('video_call'),
    stage('pre_meeting'),
    stage('main_session'),
    stage('follow_up'),
  ];
  const isNarrowed = Boolean(view.stage || view.state || view.missing || view.startup || view.investor);
  return (
    <ClientMessages namespaces={['meeting', 'pair', 'outcome']}>
      <PageHeader
        title={t('title')}
        subtitle={`${title} · ${zone}`}
        actions={can.book && <BookMeetingButton slug={slug} zones={zones} label={t('booking.title')} />}
      >
        {can.record && <MeetingViews slug={slug} current="agenda" toLog={toLog} />}
      </PageHeader>
      <div className="grid gap-4">
        <PendingOutcomes personId={personId} />
        {days.length > 0 && <AgendaDays slug={slug} view={view} shown={shown} days={days} />}
        {(days.length > 0 || isNarrowed) && (
          <div className="flex flex-wrap items-center gap-3">
            <SegmentedLinks
              label={t('by.label')}
              items={(['time', 'table'] as const).map((by) => ({
                href: agendaHref(slug, view, { by }),
                label: t(`by.${by}`),
                current: view.by === by,
              }))}
            />
            <AgendaFilters
              key={agendaHref(slug, view)}
              action={`/programs/${slug}/meetings`}
              view={view}
              stages={{ video_call, pre_meeting, main_session, follow_up }}
              missing={can.record}
            />
            {isNarrowed && (
              <LinkButton
                size="sm"
                tone="quiet"
                href={agendaHref(slug, {
                  ...view,
                  stage: null,
                  state: null,
                  missing: false,
                  startup: null,
                  investor: null,
                })}
              >
                {t('filter.reset')}
              </LinkButton>
            )}
          </div>
        )}
        {page.items.length === 0 ? (
          <EmptyState
            title={t(isNarrowed ? 'empty.narrowed' : days.length > 0 ? 'empty.day' : 'empty.title')}
          >
            {days.length === 0 && !isNarrowed && t(can.book ? 'empty.book' : 'empty.wait')}
          </EmptyState>
        ) : (
          <MeetingDesk {...{ slug, zones, can, asStartup }}>
            <AgendaTable
              {...{ program, asStartup, can, now }}
              meetings={page.items}
              by={view.by}
              caption={title}
            />
          </MeetingDesk>
        )}
        {(page.nextCursor || view.cursor) && (
          <Pagination
            label={t('pages')}
            status={t('count', { count: page.items.length })}
            {...(view.cursor ? { previousHref: agendaHref(slug, view) } : {})}
            {...(page.nextCursor ? { nextHref: agendaHref(slug, view, { cursor: page.nextCursor }) } : {})}
          />
        )}
      </div>
    </ClientMessages>
  );
}
