'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRead } from '@/components/form/use-read';
import { Button } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { Dialog } from '@/components/ui/dialog';
import { LinkButton } from '@/components/ui/link-button';
import { formatDateTime } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { shownName } from '@/lib/core/shown-name';
import { meetingOperations } from '@/lib/meeting/operations';
import { CancelMeeting, ChangePeople } from './change-meeting';
import { MarkButtons } from './mark-buttons';
import { type Desk, type MeetingRow, nameWithPost, type ViewProps } from './meeting-row';
import { MeetingStateBadge } from './meeting-state';
import { MoveMeeting } from './move-meeting';
import { PlaceName } from './place-name';
import { whenIn } from './when';

/** Everything one may do with a meeting, one step at a time in one place. */
export function MeetingDialog({ desk, row, onClose }: { desk: Desk; row: MeetingRow; onClose: () => void }) {
  const t = useTranslations('meeting');
  const [view, setView] = useState<MeetingView>('overview');
  const [isBusy, setIsBusy] = useState(false);
  const shared: ViewProps = { desk, row, onClose, onBack: () => setView('overview'), onBusy: setIsBusy };
  const title = {
    overview: row.title,
    move: t('move.title'),
    people: t('people.title'),
    cancel: t('cancel.title'),
  }[view];
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={view === 'overview' ? undefined : row.title}
      locked={isBusy}
    >
      <div className="grid grid-cols-1 gap-5 pb-4">
        {view === 'overview' && <MeetingOverview {...shared} onView={setView} />}
        {view === 'move' && <MoveMeeting {...shared} />}
        {view === 'people' && <ChangePeople {...shared} />}
        {view === 'cancel' && <CancelMeeting {...shared} />}
      </div>
    </Dialog>
  );
}

type MeetingView = 'overview' | 'move' | 'people' | 'cancel';
type Props = ViewProps & { onView: (view: MeetingView) => void };

function MeetingOverview({ desk, row, onClose, onBusy, onView }: Props) {
  const t = useTranslations('meeting');
  const stage = useTranslations('pair.stage');
  const locale = useLocale() as Locale;
  const { meeting, when } = row;
  const started = new Date(meeting.startsAt) <= new Date();
  const base = `/programs/${desk.slug}`;
  const people = meeting.participants.map((person) => nameWithPost(person, locale));
  return (
    <>
      <DescriptionList
        items={[
          {
            term: t('column.time'),
            key: 'time',
            detail: when.map((line) => (
              <span key={line} className="block tabular-nums">
                {line}
              </span>
            )),
          },
          { term: t('column.stage'), detail: stage(meeting.stage) },
          ...(meeting.table || meeting.link
            ? [{ term: t('column.place'), detail: <Places {...meeting} /> }]
            : []),
          ...(people.length > 0 ? [{ term: t('column.people'), detail: people.join(' · ') }] : []),
          {
            term: t('column.state'),
            detail: <MeetingStateBadge state={meeting.state} side={meeting.noShowSide} />,
          },
        ]}
      />
      {desk.can.mark && (started || meeting.state !== 'scheduled') && (
        <MarkButtons {...{ desk, row, onClose, onBusy }} />
      )}
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        {desk.can.record && started && meeting.state !== 'cancelled' && (
          <LinkButton href={`${base}/meetings/${meeting.id}/outcome`}>
            {t(meeting.outcome ? 'outcome.fix' : 'outcome.write')}
          </LinkButton>
        )}
        <LinkButton href={`${base}/pairs/${meeting.pair.id}`}>{t('row.pair')}</LinkButton>
        {desk.can.book && meeting.state === 'scheduled' && (
          <Button onClick={() => onView('move')}>{t('move.open')}</Button>
        )}
        {desk.can.book && meeting.state !== 'cancelled' && (
          <Button onClick={() => onView('people')}>{t('people.open')}</Button>
        )}
        {desk.can.book && meeting.state === 'scheduled' && (
          <Button className="text-danger" onClick={() => onView('cancel')}>
            {t('cancel.open')}
          </Button>
        )}
      </div>
      <MeetingLog desk={desk} meetingId={meeting.id} />
    </>
  );
}

function Places({ table, link }: { table: { name: string } | null; link: string | null }) {
  return (
    <span className="flex flex-wrap gap-x-3">
      {table && <PlaceName table={table} link={null} />}
      {link && <PlaceName table={null} link={link} />}
    </span>
  );
}

/** What happened to the meeting so far, who said so and when; nothing while it is on its way. */
function MeetingLog({ desk, meetingId }: { desk: Desk; meetingId: string }) {
  const t = useTranslations('meeting');
  const locale = useLocale() as Locale;
  const loaded = useRead(meetingOperations.findMeeting, { meetingId });
  if (loaded.at !== 'ready') return null;
  return (
    <details className="border-t border-line pt-4">
      <summary className="cursor-pointer rounded-sm text-sm text-ink-2">
        {t('log.title', { count: loaded.value.events.length })}
      </summary>
      <ol className="grid gap-3 pt-3">
        {loaded.value.events.toReversed().map((event) => (
          <li key={event.id} className="grid gap-0.5 text-sm">
            <span className="font-medium">
              {t(`event.${event.kind}`)}
              {event.side && ` · ${t(`side.${event.side}`)}`}
            </span>
            {(event.kind === 'booked' || event.kind === 'moved') && (
              <span className="tabular-nums">{whenIn(event, desk.zones[0], locale)}</span>
            )}
            {event.reason && <span>{event.reason}</span>}
            <span className="text-ink-2 tabular-nums">
              {[
                event.by && shownName(event.by, locale),
                formatDateTime(new Date(event.recordedAt), desk.zones[1], locale),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
