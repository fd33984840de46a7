'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { LinkButton } from '@/components/ui/link-button';
import { MarkButtons } from './mark-buttons';
import type { MeetingView, ViewProps } from './meeting-dialog';
import { MeetingLog } from './meeting-log';
import { MeetingState } from './meeting-state';
import { nameWithPost } from './names';
import { PlaceName } from './place-name';

type Props = ViewProps & { onView: (view: MeetingView) => void };

export function MeetingOverview({ desk, row, onClose, onBusy, onView }: Props) {
  const t = useTranslations('meeting');
  const stage = useTranslations('pair.stage');
  const locale = useLocale();
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
            detail: <MeetingState state={meeting.state} side={meeting.noShowSide} />,
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
