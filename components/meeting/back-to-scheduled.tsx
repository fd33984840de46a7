'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useShowErrors } from './use-show-errors';
import { WhyMeet } from './why-meet';

type Props = {
  isBusy: boolean;
  /** What the server says of a pair that is not to meet; absent until it has been asked. */
  asked: string | undefined;
  onSubmit: (reason: string) => void;
};

/** Takes a mark or a cancellation back; a pair that is not to meet asks for a reason first. */
export function BackToScheduled({ isBusy, asked, onSubmit }: Props) {
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
