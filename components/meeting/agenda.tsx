import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { ViewsMenu } from '@/components/view/views-menu';
import { formatDay, yearOf, zoneName } from '@/lib/core/dates';
import type { Day } from '@/lib/core/days';
import type { ProgramEntry } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { dayInZone, type Zones } from '@/lib/core/zones';
import type { MeetingDay, MeetingPage } from '@/lib/meeting/schema';
import { type AgendaView, agendaHref } from './agenda-address';
import { AgendaDays } from './agenda-days';
import { AgendaTable } from './agenda-table';
import { AgendaTools } from './agenda-tools';
import { BookMeetingButton } from './book-meeting-button';
import { MeetingDesk } from './meeting-desk';
import type { MeetingCan } from './meeting-row';
import { MeetingViews } from './meeting-views';
import { todayInBoth } from './when';

type Props = {
  program: ProgramEntry;
  view: AgendaView;
  shown: Day | 'all' | 'today';
  days: readonly MeetingDay[];
  /** How many meetings are on today, by either zone's clocks. */
  onToday: number;
  page: MeetingPage;
  can: MeetingCan;
  asStartup: boolean;
  /** The office shares saved views. */
  canShare: boolean;
  toLog: number;
  /** Above the days: what of the viewer's waits to be sent. */
  notice: ReactNode;
  /** Beside the booking of a meeting. */
  tools: ReactNode;
  now: Date;
};

/** What is on, day by day: who meets whom where, how it went, and what is still to be written down. */
export async function Agenda(props: Props) {
  const { program, view, shown, days, onToday, page, can, asStartup, canShare, toLog } = props;
  const { notice, tools, now } = props;
  const [t, locale] = await Promise.all([getTranslations('meeting'), getLocale()]);
  const { slug } = program;
  const zones: Zones = [program.venueZone, program.homeZone];
  const isDay = shown !== 'all' && shown !== 'today';
  const noon = !isDay ? now : new Date(`${shown}T17:00:00Z`);
  const zone = t('zone', { zone: zoneName(noon, program.venueZone) });
  const today = t('days.todayOf', { days: todayInBoth(now, zones, locale) });
  const title = isDay ? formatDay(shown, locale) : shown === 'all' ? t('days.all') : today;
  const [first] = page.items;
  const isNarrowed = Boolean(view.stage || view.state || view.missing || view.startup || view.investor);
  return (
    <ClientMessages namespaces={['meeting', 'pair', 'outcome', 'view']}>
      <PageHeader
        title={t('title')}
        subtitle={shown === 'today' ? title : `${title} · ${zone}`}
        actions={
          <>
            {tools}
            <ViewsMenu noun="meetings" path={`/programs/${slug}/meetings`} canShare={canShare} />
            {can.book && <BookMeetingButton zones={zones} label={t('booking.title')} opensByAddress />}
          </>
        }
      >
        {can.record && <MeetingViews slug={slug} current="agenda" toLog={toLog} />}
      </PageHeader>
      <div className="grid grid-cols-1 gap-4">
        {notice}
        {days.length > 0 && (
          <AgendaDays
            {...{ slug, view, shown, days, onToday }}
            thisYear={yearOf(dayInZone(now, program.homeZone))}
          />
        )}
        {(days.length > 0 || isNarrowed) && (
          <AgendaTools
            {...{ slug, view, isNarrowed, asStartup }}
            missing={can.record}
            names={{
              ...(first && view.startup && { startup: shownName(first.startup, locale) }),
              ...(first && view.investor && { investor: shownName(first.investor, locale) }),
            }}
          />
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
