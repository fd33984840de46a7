'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { ConflictPanel } from '@/components/form/conflict-panel';
import type { FormValues } from '@/components/form/use-form';
import { useOperation } from '@/components/form/use-operation';
import { useRead } from '@/components/form/use-read';
import { ErrorNotice } from '@/components/ui/notice';
import { SkeletonText } from '@/components/ui/skeleton';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { type Conflict, mergeReadings, pick, touchedFields } from '@/lib/core/merge';
import type { Operation } from '@/lib/core/operation';
import { shownName } from '@/lib/core/shown-name';
import { meetingOperations } from '@/lib/meeting/operations';
import type { MeetingItem } from '@/lib/meeting/schema';
import { BookingFooter, type Errors, PeopleFields, useErrorsOf, useShowErrors } from './booking-fields';
import type { ViewProps } from './meeting-row';

type Change = { meetingId: string; version: number };

/** What a form changes of a meeting: what it holds, how it words a meeting, and how it takes other values over. */
type Edited<V extends FormValues> = {
  values: V;
  of: (meeting: MeetingItem) => V;
  take: (values: V, meeting: MeetingItem) => void;
};

/**
 * Runs one change of the dialog's meeting: closes when it is done, else keeps the form and says why. When somebody has
 * changed the meeting meanwhile, other fields are merged, and the same ones are asked about.
 */
export function useMeetingChange<In extends Change, V extends FormValues>(
  { row, onClose, onBusy }: ViewProps,
  operation: Operation<In, unknown>,
  done: string,
  edited: Edited<V>,
) {
  const toast = useToast();
  const errorsOf = useErrorsOf();
  const [errors, setErrors] = useState<Errors>({});
  const [read, setRead] = useState(row.meeting);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const { run: send, isBusy } = useOperation(operation);
  // What the form holds by the time an answer comes.
  const held = useRef(edited.values);
  held.current = edited.values;
  const save = async (
    inputOf: (values: V) => Omit<In, keyof Change>,
    { values, over, isMerged }: { values: V; over: MeetingItem; isMerged: boolean },
  ): Promise<void> => {
    const answer = await send({ meetingId: over.id, version: over.version, ...inputOf(values) } as In);
    if (answer.ok) {
      toast({ text: done });
      onClose();
      return;
    }
    const current = answer.current as MeetingItem | undefined;
    const isNewer = current !== undefined && current.version > over.version;
    if (!isNewer) return setErrors(errorsOf(answer));
    const { merged, conflicts } = mergeReadings(values, edited.of(current), edited.of(over));
    setRead(current);
    const typedSince = pick(held.current, touchedFields(held.current, values));
    edited.take({ ...merged, ...typedSince }, current);
    setConflicts(conflicts);
    const isToAsk = conflicts.length > 0 || isMerged || current.state !== over.state;
    if (!isToAsk && Object.keys(values).length > 0)
      return save(inputOf, { values: merged, over: current, isMerged: true });
    setErrors(conflicts.length > 0 ? {} : errorsOf(answer));
  };
  const run = async (inputOf: (values: V) => Omit<In, keyof Change>) => {
    if (isBusy) return;
    onBusy(true);
    await save(inputOf, { values: edited.values, over: read, isMerged: false });
    onBusy(false);
  };
  const takeTheirs = (field: string) => {
    edited.take({ ...edited.values, [field]: edited.of(read)[field] }, read);
    setConflicts((before) => before.filter((conflict) => conflict.field !== field));
  };
  return { run, errors, setErrors, isBusy, read, asked: { conflicts, values: edited.values, takeTheirs } };
}

const NOTHING = { values: {}, of: () => ({}), take: () => {} };

/** Calls a meeting off, with the reason both sides will want to know. */
export function CancelMeeting(props: ViewProps) {
  const t = useTranslations('meeting.cancel');
  const [reason, setReason] = useState('');
  const done = t('done', { title: props.row.title });
  const { run, errors, isBusy } = useMeetingChange(props, meetingOperations.cancelMeeting, done, NOTHING);
  const form = useShowErrors(errors);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(() => ({ reason }));
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

/** In one order, so that the same people are the same. */
function peopleOf({ participants, link }: MeetingItem) {
  return { contactIds: participants.map(({ id }) => id).toSorted(), link: link ?? '' };
}

/** Who comes, and the link; the time stays. */
export function ChangePeople(props: ViewProps) {
  const t = useTranslations('meeting');
  const locale = useLocale();
  const { meeting, title } = props.row;
  const facts = useRead(meetingOperations.findBookingFacts, { pair: meeting.pair.id });
  const [contactIds, setContactIds] = useState(() => peopleOf(meeting).contactIds);
  const [link, setLink] = useState(meeting.link ?? '');
  const done = t('people.done', { title });
  const { run, errors, isBusy, read, asked } = useMeetingChange(
    props,
    meetingOperations.changeMeeting,
    done,
    {
      values: { contactIds, link },
      of: peopleOf,
      take: (values) => {
        setContactIds(values.contactIds);
        setLink(values.link);
      },
    },
  );
  const form = useShowErrors(errors);
  if (facts.at === 'loading') return <SkeletonText lines={4} />;
  if (facts.at === 'failed') return <ErrorNotice title={t('booking.failed')} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run((values) => ({ contactIds: values.contactIds, link: values.link.trim() || null }));
  };
  const { startup, investor } = facts.value;
  const people = [...startup.people, ...investor.people, ...meeting.participants, ...read.participants];
  const show = (field: string, value: unknown) =>
    field === 'link'
      ? String(value)
      : (value as string[])
          .map((id) => people.find((person) => person.id === id))
          .map((person) => (person ? shownName(person, locale) : t('people.somebody')))
          .join(' · ');
  return (
    <form ref={form} noValidate className="grid gap-5" onSubmit={submit}>
      <ConflictPanel
        form={asked}
        label={(field) => t(field === 'link' ? 'booking.link' : 'column.people')}
        show={show}
      />
      <PeopleFields
        facts={facts.value}
        chosen={contactIds}
        error={errors.people}
        onChange={(ids) => setContactIds(ids.toSorted())}
      />
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
