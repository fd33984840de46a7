'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNotice } from '@/components/ui/notice';
import { SkeletonText } from '@/components/ui/skeleton';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { BookingForm } from './booking-form';
import { PartyFields } from './party-fields';
import { useBookingFacts } from './use-facts';

export type BookMeetingDialogProps = {
  slug: string;
  /** IANA names: the venue's and the program's home. */
  zones: readonly [venue: string, home: string];
  open: boolean;
  onClose: () => void;
  /** The pair to meet; without it startup and investor are chosen first. */
  pairId?: string;
  /** The stage to start from; without it the one the pair stands in. */
  stage?: MeetingStage;
  onBooked?: (meetingId: string) => void;
};

/**
 * Books a meeting: stage, day, slot or free time, table or link, people. Loads what it needs by itself; needs the
 * messages of `meeting` and `pair` around it, and a viewer who may book (lib/meeting/policy).
 */
export function BookMeetingDialog(props: BookMeetingDialogProps) {
  const t = useTranslations('meeting.booking');
  const { open, onClose, slug, pairId } = props;
  const [sides, setSides] = useState<{ startup: string; investor: string } | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const asked = pairId ? { pair: pairId } : sides;
  const facts = useBookingFacts(slug, open ? asked : null);
  return (
    <Dialog open={open} onClose={onClose} title={t('title')} size="md" locked={isBusy}>
      <div className="grid grid-cols-1 gap-5 pb-4">
        {!pairId && <PartyFields slug={slug} onChange={setSides} />}
        {asked && facts.at === 'loading' && <SkeletonText lines={6} />}
        {asked && facts.at === 'failed' && <ErrorNotice title={t('failed')} />}
        {asked && facts.at === 'ready' && (
          <BookingForm key={facts.value.pair.id} facts={facts.value} {...props} onBusy={setIsBusy} />
        )}
      </div>
    </Dialog>
  );
}
