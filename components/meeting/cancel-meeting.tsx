'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormError } from '@/components/ui/form-error';
import { TextInput } from '@/components/ui/text-input';
import { cancelMeetingAction } from '@/lib/meeting/actions';
import type { ViewProps } from './meeting-dialog';
import { useMeetingAction } from './use-meeting-action';
import { useShowErrors } from './use-show-errors';
import { ViewFooter } from './view-footer';

/** Calls a meeting off, with the reason both sides will want to know. */
export function CancelMeeting(props: ViewProps) {
  const t = useTranslations('meeting.cancel');
  const { row, onBack } = props;
  const [reason, setReason] = useState('');
  const { run, errors, isBusy } = useMeetingAction(
    props,
    cancelMeetingAction,
    t('done', { title: row.title }),
  );
  const form = useShowErrors(errors);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run({ reason });
  };
  return (
    <form ref={form} noValidate className="grid gap-5" onSubmit={submit}>
      <p>{t('text')}</p>
      <TextInput
        label={t('reason')}
        required
        maxLength={500}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={errors.reason}
      />
      <FormError problems={errors[''] ? [{ key: 'form', text: errors[''] }] : []} />
      <ViewFooter onBack={onBack} isBusy={isBusy} label={t('submit')} tone="danger" />
    </form>
  );
}
