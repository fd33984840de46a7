'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { CancelMeeting, ChangePeople } from './change-meeting';
import { MeetingOverview, type MeetingView } from './meeting-overview';
import type { Desk, MeetingRow, ViewProps } from './meeting-row';
import { MoveMeeting } from './move-meeting';

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
