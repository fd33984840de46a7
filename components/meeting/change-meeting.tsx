'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useOperation } from '@/components/form/use-operation';
import { useRead } from '@/components/form/use-read';
import { ErrorNotice } from '@/components/ui/notice';
import { SkeletonText } from '@/components/ui/skeleton';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import type { Operation } from '@/lib/core/operation';
import { meetingOperations } from '@/lib/meeting/operations';
import { type Errors, useErrorsOf, useShowErrors } from './booking-errors';
import { BookingFooter, PeopleFields } from './booking-fields';
import type { ViewProps } from './meeting-row';

type Change = { meetingId: string; version: number };

/**
 * Runs one change of the dialog's meeting: closes when it is done, else keeps the form and says why. After a stale
 * refusal the next press means the meeting as it now stands.
 */
export function useMeetingChange<In extends Change>(
  { row, onClose, onBusy }: ViewProps,
  operation: Operation<In, unknown>,
  done: string,
) {
  const toast = useToast();
  const errorsOf = useErrorsOf();
  const [errors, setErrors] = useState<Errors>({});
  const [version, setVersion] = useState(row.meeting.version);
  const { run: send, isBusy } = useOperation(operation);
  const run = async (input: Omit<In, keyof Change>) => {
    if (isBusy) return;
    onBusy(true);
    const answer = await send({ meetingId: row.meeting.id, version, ...input } as In);
    onBusy(false);
    if (answer.ok) {
      toast({ text: done });
      onClose();
      return;
    }
    const current = answer.current as { version?: unknown } | undefined;
    if (typeof current?.version === 'number') setVersion(current.version);
    setErrors(errorsOf(answer));
  };
  return { run, errors, setErrors, isBusy };
}

/** Calls a meeting off, with the reason both sides will want to know. */
export function CancelMeeting(props: ViewProps) {
  const t = useTranslations('meeting.cancel');
  const [reason, setReason] = useState('');
  const done = t('done', { title: props.row.title });
  const { run, errors, isBusy } = useMeetingChange(props, meetingOperations.cancelMeeting, done);
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
      <BookingFooter {...{ errors, isBusy }} onBack={props.onBack} label={t('submit')} tone="danger" />
    </form>
  );
}

/** Who comes, and the link; the time stays. */
export function ChangePeople(props: ViewProps) {
  const t = useTranslations('meeting');
  const { meeting, title } = props.row;
  const facts = useRead(meetingOperations.findBookingFacts, { pair: meeting.pair.id });
  const [contactIds, setContactIds] = useState(meeting.participants.map(({ id }) => id));
  const [link, setLink] = useState(meeting.link ?? '');
  const done = t('people.done', { title });
  const { run, errors, isBusy } = useMeetingChange(props, meetingOperations.changeMeeting, done);
  const form = useShowErrors(errors);
  if (facts.at === 'loading') return <SkeletonText lines={4} />;
  if (facts.at === 'failed') return <ErrorNotice title={t('booking.failed')} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run({ contactIds, link: link.trim() || null });
  };
  return (
    <form ref={form} noValidate className="grid gap-5" onSubmit={submit}>
      <PeopleFields facts={facts.value} chosen={contactIds} error={errors.people} onChange={setContactIds} />
      <TextInput
        label={t('booking.link')}
        type="url"
        inputMode="url"
        placeholder="https://"
        maxLength={500}
        value={link}
        onChange={(event) => setLink(event.target.value)}
        error={errors.link}
      />
      <BookingFooter {...{ errors, isBusy }} onBack={props.onBack} label={t('people.submit')} />
    </form>
  );
}
