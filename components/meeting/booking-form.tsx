'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useOperation } from '@/components/form/use-operation';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import type { Locale } from '@/lib/core/locale';
import { meetingOperations } from '@/lib/meeting/operations';
import type { BookingFacts } from '@/lib/meeting/schema';
import { isClosed, MEETING_STAGES, type MeetingStage } from '@/lib/pair/rules/stages';
import {
  type BookingDraft,
  draftForStage,
  isBehind,
  likelyStage,
  slotsOn,
  spanOf,
  stageSetting,
} from './booking-draft';
import {
  BookingFooter,
  type Errors,
  PeopleFields,
  PlaceFields,
  useErrorsOf,
  useShowErrors,
  WhyMeet,
} from './booking-fields';
import { nameOfMeeting } from './meeting-row';
import { TimeFields } from './time-fields';
import { whenShort } from './when';

export type BookingProps = {
  /** IANA names: the venue's and the program's home. */
  zones: readonly [venue: string, home: string];
  open: boolean;
  onClose: () => void;
  /** The pair to meet; without it startup and investor are chosen first. */
  pairId?: string;
  /** The stage to start from; without it the one the pair stands in. */
  stage?: MeetingStage;
};

type Props = BookingProps & { facts: BookingFacts; onBusy: (isBusy: boolean) => void };

/** The booking itself; a clash comes back in words at its field and nothing typed is lost. */
export function BookingForm({ facts, zones, pairId, stage, onClose, onBusy }: Props) {
  const t = useTranslations('meeting.booking');
  const stageName = useTranslations('pair.stage');
  const locale = useLocale() as Locale;
  const toast = useToast();
  const errorsOf = useErrorsOf();
  const zoneOf = (of: MeetingStage) => stageSetting(facts, of)?.timeZone ?? zones[0];
  const startAt = (of: MeetingStage) => draftForStage(facts, of, new Date(), zoneOf(of));
  const [draft, setDraft] = useState<BookingDraft>(() => ({
    ...startAt(stage ?? likelyStage(facts.pair.stage)),
    table: '',
    link: '',
    contactIds: [facts.startup.people[0], facts.investor.people[0]].flatMap((one) => (one ? [one.id] : [])),
    advance: true,
    reason: '',
    advanceReason: '',
  }));
  const [errors, setErrors] = useState<Errors>({});
  const { run, isBusy } = useOperation(meetingOperations.bookMeeting);
  const form = useShowErrors(errors);
  const zone = zoneOf(draft.stage);
  const slots = slotsOn(facts, draft.stage, draft.day, zone);
  const span = spanOf(draft, slots, zone);
  const moves = draft.advance && isBehind(facts.pair, draft.stage);
  const change = (changes: Partial<BookingDraft>) => {
    setErrors({});
    setDraft((now) => withSlots({ ...now, ...changes }));
  };
  // A day without slots asks for a free time; a slot of another day is no choice any more.
  const withSlots = (next: BookingDraft): BookingDraft => {
    const planned = slotsOn(facts, next.stage, next.day, zoneOf(next.stage));
    if (planned.length === 0) return { ...next, slot: 'free' };
    const isPlanned = planned.some(({ startsAt }) => startsAt === next.slot);
    return isPlanned || (next.slot === 'free' && next.day === draft.day) ? next : { ...next, slot: '' };
  };
  const book = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (!span) {
      setErrors({ time: t('timeNeeded') });
      return;
    }
    onBusy(true);
    const { table, link, contactIds, reason, advanceReason } = draft;
    const result = await run({
      pairId: facts.pair.id,
      stage: draft.stage,
      ...span,
      ...(table ? { table } : {}),
      ...(link.trim() ? { link } : {}),
      contactIds,
      ...(reason.trim() ? { reason } : {}),
      advance: moves,
      ...(moves && advanceReason.trim() ? { advanceReason } : {}),
    });
    onBusy(false);
    if (!result.ok) {
      setErrors(errorsOf(result));
      return;
    }
    const title = nameOfMeeting(facts, locale);
    toast({ text: t('booked', { title, when: whenShort(span, zones[0], locale) }) });
    onClose();
  };
  if (isClosed(facts.pair.status)) return <p>{t('closed')}</p>;
  return (
    <form ref={form} noValidate className="grid gap-5" onSubmit={book}>
      {pairId && <p className="text-md font-bold">{nameOfMeeting(facts, locale)}</p>}
      {(facts.pair.notToMeet || draft.reason || errors.reason) && (
        <WhyMeet
          label={t('allTheSame')}
          value={draft.reason}
          error={errors.reason}
          onChange={(reason) => change({ reason })}
        />
      )}
      <TimeFields {...{ facts, draft, slots, span, zone, zones, onChange: change, error: errors.time }}>
        <Select
          label={t('stage')}
          value={draft.stage}
          options={MEETING_STAGES.map((value) => ({ value, label: stageName(value) }))}
          onChange={(event) => change(startAt(event.target.value as MeetingStage))}
          error={errors.stage}
        />
      </TimeFields>
      <PlaceFields {...{ span, draft, errors, tables: facts.tables, onChange: change }} />
      <PeopleFields
        facts={facts}
        chosen={draft.contactIds}
        error={errors.people}
        onChange={(contactIds) => change({ contactIds })}
      />
      {isBehind(facts.pair, draft.stage) && (
        <Checkbox
          label={t('advance', { stage: stageName(draft.stage) })}
          hint={t('advanceHint', { stage: stageName(facts.pair.stage) })}
          checked={draft.advance}
          onChange={(event) => change({ advance: event.target.checked })}
        />
      )}
      {moves && (facts.pair.gates.length > 0 || errors.advanceReason) && (
        <TextInput
          label={t('advanceReason')}
          hint={t('advanceReasonHint', {
            gates: facts.pair.gates
              .map(({ needs }) => (needs === 'reason' ? '' : t(`gate.${needs}`)))
              .join(', '),
          })}
          value={draft.advanceReason}
          maxLength={500}
          required
          error={errors.advanceReason}
          onChange={(event) => change({ advanceReason: event.target.value })}
        />
      )}
      <BookingFooter {...{ errors, isBusy }} back={t('cancel')} onBack={onClose} label={t('book')} />
    </form>
  );
}
