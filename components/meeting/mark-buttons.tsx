'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { marksOffered } from '@/lib/meeting/rules';
import { useShowErrors, WhyMeet } from './booking-fields';
import type { ViewProps } from './meeting-row';
import { type MeetingMark, useMark } from './use-mark';

/** How it went, one tap; what stands or would be refused is not offered, and a wrong mark can be taken back. */
export function MarkButtons({ desk, row, onClose, onBusy }: Omit<ViewProps, 'onBack'>) {
  const t = useTranslations('meeting');
  const mark = useMark();
  const [asked, setAsked] = useState<string>();
  const choose = async (chosen: MeetingMark) => {
    onBusy(true);
    const outcome = await mark.set(row, chosen);
    onBusy(false);
    if (outcome.isDone) onClose();
    else setAsked(outcome.asked);
  };
  const offered = marksOffered(row.meeting, desk.asStartup, new Date());
  const marks = offered.filter((each) => each.state !== 'scheduled');
  const label = (each: MeetingMark) => (each.state === 'no_show' ? t(`side.${each.side}`) : t('state.held'));
  return (
    <fieldset className="grid gap-2 border-t border-line pt-4">
      <legend className="sr-only">{t('mark.label')}</legend>
      {marks.length > 0 && (
        <p aria-hidden="true" className="font-bold">
          {t('mark.label')}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {marks.map((each) => (
          <Button key={label(each)} disabled={mark.isBusy} onClick={() => choose(each)}>
            {label(each)}
          </Button>
        ))}
        {offered.length === 0 && <p className="text-ink-2">{t('mark.byOffice')}</p>}
        {offered.length > marks.length && (
          <BackToScheduled
            {...{ isBusy: mark.isBusy, asked }}
            onSubmit={(reason) => choose({ state: 'scheduled', ...(reason ? { reason } : {}) })}
          />
        )}
      </div>
    </fieldset>
  );
}

type BackProps = {
  isBusy: boolean;
  /** What the server says of a pair that is not to meet; absent until it has been asked. */
  asked: string | undefined;
  onSubmit: (reason: string) => void;
};

/** Takes a mark or a cancellation back; a pair that is not to meet asks for a reason first. */
function BackToScheduled({ isBusy, asked, onSubmit }: BackProps) {
  const t = useTranslations('meeting.mark');
  const [reason, setReason] = useState('');
  const form = useShowErrors(asked ? { reason: asked } : {});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(reason.trim());
  };
  return (
    <form ref={form} noValidate className={asked ? 'grid w-full gap-3' : undefined} onSubmit={submit}>
      {asked && <WhyMeet label={t('allTheSame')} value={reason} error={asked} onChange={setReason} />}
      <Button
        type="submit"
        tone={asked ? 'primary' : 'quiet'}
        disabled={isBusy}
        className="justify-self-start"
      >
        {t('back')}
      </Button>
    </form>
  );
}
