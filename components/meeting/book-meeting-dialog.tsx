'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRead } from '@/components/form/use-read';
import { Combobox } from '@/components/ui/combobox';
import { matchInitials } from '@/components/ui/combobox-filter';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNotice } from '@/components/ui/notice';
import { SkeletonText } from '@/components/ui/skeleton';
import type { Locale } from '@/lib/core/locale';
import { nameIn } from '@/lib/core/shown-name';
import { meetingOperations } from '@/lib/meeting/operations';
import { BookingForm, type BookingProps } from './booking-form';

/**
 * Books a meeting: stage, day, slot or free time, table or link, people. Loads what it needs by itself; needs the
 * messages of `meeting` and `pair` around it, and a viewer who may book (lib/meeting/policy).
 */
export function BookMeetingDialog(props: BookingProps) {
  const t = useTranslations('meeting.booking');
  const { open, onClose, pairId } = props;
  const [sides, setSides] = useState<{ startup: string; investor: string } | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const asked = pairId ? { pair: pairId } : sides;
  const facts = useRead(meetingOperations.findBookingFacts, open ? asked : null);
  return (
    <Dialog open={open} onClose={onClose} title={t('title')} size="md" locked={isBusy}>
      <div className="grid grid-cols-1 gap-5 pb-4">
        {!pairId && <PartyFields onChange={setSides} />}
        {asked && facts.at === 'loading' && <SkeletonText lines={6} />}
        {asked && facts.at === 'failed' && <ErrorNotice title={t('failed')} />}
        {asked && facts.at === 'ready' && (
          <BookingForm key={facts.value.pair.id} facts={facts.value} {...props} onBusy={setIsBusy} />
        )}
      </div>
    </Dialog>
  );
}

type PartyProps = { onChange: (sides: { startup: string; investor: string } | null) => void };

/** Who meets whom, found by typing: Korean by initials too. */
function PartyFields({ onChange }: PartyProps) {
  const t = useTranslations('meeting.booking');
  const words = useTranslations('common');
  const locale = useLocale() as Locale;
  const loaded = useRead(meetingOperations.listBookingParties, {});
  const [sides, setSides] = useState({ startup: '', investor: '' });
  const parties = loaded.at === 'ready' ? loaded.value : { startups: [], investors: [] };
  const choose = (side: Partial<typeof sides>) => {
    const next = { ...sides, ...side };
    setSides(next);
    onChange(next.startup && next.investor ? next : null);
  };
  const waiting = {
    disabled: loaded.at !== 'ready',
    ...(loaded.at === 'loading' ? { placeholder: words('loading') } : {}),
  };
  if (loaded.at === 'failed') return <ErrorNotice title={t('failed')} />;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Combobox
        label={t('startup')}
        required
        {...waiting}
        options={parties.startups.map((each) => ({
          value: each.id,
          label: nameIn(each, locale),
          keywords: locale === 'en' ? each.name : each.nameEn,
        }))}
        matches={matchInitials}
        onChange={(startup) => choose({ startup })}
      />
      <Combobox
        label={t('investor')}
        required
        {...waiting}
        options={parties.investors.map((each) => ({ value: each.id, label: each.name }))}
        matches={matchInitials}
        onChange={(investor) => choose({ investor })}
      />
    </div>
  );
}
