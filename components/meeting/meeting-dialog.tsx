'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { CancelMeeting } from './cancel-meeting';
import { ChangePeople } from './change-people';
import type { Desk } from './meeting-desk';
import { MeetingOverview } from './meeting-overview';
import { MoveMeeting } from './move-meeting';
import type { MeetingRow } from './row-actions';

export type MeetingView = 'overview' | 'move' | 'people' | 'cancel';
export type ViewProps = {
  desk: Desk;
  row: MeetingRow;
  /** Back to the overview. */
  onBack: () => void;
  onClose: () => void;
  onBusy: (isBusy: boolean) => void;
};

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
