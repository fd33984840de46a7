'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ConflictPanel } from '@/components/form/conflict-panel';
import { useRead } from '@/components/form/use-read';
import { ErrorNotice } from '@/components/ui/notice';
import { SkeletonText } from '@/components/ui/skeleton';
import { TextInput } from '@/components/ui/text-input';
import type { Locale } from '@/lib/core/locale';
import { dayInZone } from '@/lib/core/zones';
import { meetingOperations } from '@/lib/meeting/operations';
import { comesToLieAhead } from '@/lib/meeting/rules';
import type { BookingFacts, MeetingItem } from '@/lib/meeting/schema';
import {
  type BookingDraft,
  FREE,
  isSameTime,
  type Span,
  slotsOn,
  spanOf,
  stageSetting,
  timesOf,
} from './booking-draft';
import { BookingFooter, PlaceFields, useShowErrors, WhyMeet } from './booking-fields';
import { useMeetingChange } from './change-meeting';
import type { ViewProps } from './meeting-row';
import { TimeFields } from './time-fields';
import { whenShort } from './when';

export function MoveMeeting(props: ViewProps) {
  const t = useTranslations('meeting.booking');
  const facts = useRead(meetingOperations.findBookingFacts, { pair: props.row.meeting.pair.id });
  if (facts.at === 'loading') return <SkeletonText lines={6} />;
  if (facts.at === 'failed') return <ErrorNotice title={t('failed')} />;
  return <MoveForm {...props} facts={facts.value} />;
}

/** Another time, table or link, starting from what stands. */
function MoveForm(props: ViewProps & { facts: BookingFacts }) {
  const t = useTranslations('meeting.move');
  const words = useTranslations('meeting');
  const locale = useLocale() as Locale;
  const { desk, row, facts, onBack } = props;
  const { meeting } = row;
  const zone = stageSetting(facts, meeting.stage)?.timeZone ?? desk.zones[0];
  const [opened] = useState(() => draftOf(meeting, facts, zone));
  const [draft, setDraft] = useState(opened);
  const [reason, setReason] = useState('');
  const [meetReason, setMeetReason] = useState('');
  const slots = slotsOn(facts, meeting.stage, draft.day, zone);
  const { startsAt, endsAt } = meeting;
  const span = isSameTime(draft, opened) ? { startsAt, endsAt } : spanOf(draft, slots, zone);
  const done = span ? t('done', { title: row.title, when: whenShort(span, desk.zones[0], locale) }) : '';
  const timeOf = (then: Span | null) => (then ? `${then.startsAt}/${then.endsAt}` : '');
  const { run, errors, setErrors, isBusy, read, asked } = useMeetingChange(
    props,
    meetingOperations.moveMeeting,
    done,
    {
      values: { time: timeOf(span), table: draft.table, link: draft.link },
      of: (each) => ({ time: timeOf(each), table: each.table?.id ?? '', link: each.link ?? '' }),
      take: ({ time, table, link }, stands) => {
        const theirs = draftOf(stands, facts, zone);
        setDraft((now) => ({ ...(time === timeOf(stands) ? theirs : now), table, link }));
      },
    },
  );
  const form = useShowErrors(errors);
  const change = (changes: Partial<BookingDraft>) => {
    setErrors({});
    setDraft((now) => {
      const next = { ...now, ...changes };
      const planned = slotsOn(facts, meeting.stage, next.day, zone);
      return planned.some(({ startsAt }) => startsAt === next.slot) ? next : { ...next, slot: FREE };
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!span) {
      setErrors({ time: t('timeNeeded') });
      return;
    }
    void run(({ time, table, link }) => ({
      ...spanIn(time),
      ...{ table: table || null, link: link.trim() || null },
      ...(reason.trim() ? { reason } : {}),
      ...(meetReason.trim() ? { meetReason } : {}),
    }));
  };
  const tables = tablesWith(read.table, tablesWith(meeting.table, facts.tables));
  const show = (field: string, value: unknown) => {
    if (field === 'time') return whenShort(spanIn(String(value)), desk.zones[0], locale);
    return tables.find(({ id }) => field === 'table' && id === value)?.name ?? String(value);
  };
  const isNew =
    span !== null && comesToLieAhead(new Date(meeting.startsAt), new Date(span.startsAt), new Date());
  return (
    <form ref={form} noValidate className="grid gap-5" onSubmit={submit}>
      <ConflictPanel
        form={asked}
        label={(field) => words(FIELDS[field as keyof typeof FIELDS])}
        show={show}
      />
      {((facts.pair.notToMeet && isNew) || meetReason || errors.meetReason) && (
        <WhyMeet
          label={t('allTheSame')}
          value={meetReason}
          error={errors.meetReason}
          onChange={(typed) => {
            setErrors({});
            setMeetReason(typed);
          }}
        />
      )}
      <TimeFields
        {...{ facts, draft, slots, span, zone, zones: desk.zones, onChange: change, error: errors.time }}
        except={meeting.id}
      />
      <PlaceFields
        {...{
          span,
          draft,
          errors,
          tables,
          onChange: change,
        }}
        except={meeting.id}
      />
      <TextInput
        label={t('reason')}
        note={t('optional')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={errors.reason}
      />
      <BookingFooter {...{ errors, isBusy, onBack }} label={t('submit')} />
    </form>
  );
}

const FIELDS = { time: 'column.time', table: 'booking.table', link: 'booking.link' } as const;

/** Start and end of a time as one value: two changes of it are one question. */
function spanIn(time: string): Span {
  const [startsAt = '', endsAt = ''] = time.split('/');
  return { startsAt, endsAt };
}

/** The meeting's own table is shown also when it is no longer in use, so that another can be chosen instead. */
function tablesWith(own: MeetingItem['table'], tables: BookingFacts['tables']) {
  return !own || tables.some(({ id }) => id === own.id) ? tables : [own, ...tables];
}

function draftOf(meeting: MeetingItem, facts: BookingFacts, zone: string): BookingDraft {
  const day = dayInZone(new Date(meeting.startsAt), zone);
  const planned = slotsOn(facts, meeting.stage, day, zone).find(
    (slot) => slot.startsAt === meeting.startsAt && slot.endsAt === meeting.endsAt,
  );
  return {
    stage: meeting.stage,
    day,
    slot: planned?.startsAt ?? FREE,
    ...timesOf(meeting, zone),
    table: meeting.table?.id ?? '',
    link: meeting.link ?? '',
    contactIds: [],
    advance: false,
    reason: '',
    advanceReason: '',
  };
}
