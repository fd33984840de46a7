'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { useDesk } from './meeting-desk';
import type { MeetingCan, MeetingRow } from './meeting-row';
import { useMark } from './use-mark';

type Props = MeetingRow & { can: MeetingCan; started: boolean };

/** On the day: one tap for "held"; everything else one further. */
export function RowActions({ meeting, title, when, can, started }: Props) {
  const t = useTranslations('meeting.row');
  const desk = useDesk();
  const mark = useMark();
  const marks = can.mark && started && meeting.state === 'scheduled';
  return (
    <span className="inline-flex items-center gap-1 max-sm:flex max-sm:justify-end">
      {marks && (
        <Button
          size="sm"
          busy={mark.isBusy}
          aria-label={t('heldOf', { title })}
          onClick={() => mark.set({ meeting, title }, { state: 'held' })}
        >
          {t('held')}
        </Button>
      )}
      <IconButton
        label={t('openOf', { title })}
        icon={<Ellipsis aria-hidden="true" size={18} />}
        tip="none"
        onClick={() => desk.open({ meeting, title, when })}
      />
    </span>
  );
}
