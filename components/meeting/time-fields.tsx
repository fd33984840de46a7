'use client';

import { TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { ClockInput } from '@/components/ui/clock-input';
import { DateInput } from '@/components/ui/date-input';
import { FieldNotes } from '@/components/ui/field';
import { zoneName } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { shownName } from '@/lib/core/shown-name';
import type { BookingFacts } from '@/lib/meeting/schema';
import {
  type BookingDraft,
  busyAt,
  endingAfter,
  endsOf,
  FREE,
  type Slot,
  type Span,
  stageSetting,
  startsOf,
} from './booking-draft';
import { whenInBoth } from './when';

type Props = {
  facts: BookingFacts;
  draft: BookingDraft;
  slots: readonly Slot[];
  span: Span | null;
  /** The zone the day and times are typed in. */
  zone: string;
  zones: readonly [string, string];
  except?: string | undefined;
  error?: string | undefined;
  onChange: (changes: Partial<BookingDraft>) => void;
  /** Stands before the day, in its line: the stage, where that is chosen too. */
  children?: ReactNode;
};

/** Day, then a planned slot or a free time; what it comes to is said in both zones before anything is saved. */
export function TimeFields({
  facts,
  draft,
  slots,
  span,
  zone,
  zones,
  except,
  error,
  onChange,
  children,
}: Props) {
  const t = useTranslations('meeting.booking');
  const locale = useLocale() as Locale;
  const setting = stageSetting(facts, draft.stage);
  const minutes = setting?.meetingMinutes ?? 25;
  const isFree = draft.slot === FREE;
  const name = zoneName(
    span ? new Date(span.startsAt) : new Date(`${draft.day || '2023-01-01'}T12:00:00Z`),
    zone,
  );
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        {children}
        <DateInput
          label={t('day')}
          note={t('inZone', { zone: name })}
          required
          value={draft.day}
          onChange={(event) => onChange({ day: event.target.value })}
        />
      </div>
      {slots.length > 0 && <SlotChoice {...{ facts, draft, slots, except, onChange }} />}
      {isFree && (
        <div className="grid grid-cols-2 gap-4">
          <ClockInput
            label={t('start')}
            value={{ time: draft.start, isSecond: draft.startIsSecond }}
            instants={startsOf(draft, zone)}
            isWhole={!!draft.day && !!draft.start}
            zone={zone}
            onChange={({ time: start, isSecond: startIsSecond }) =>
              onChange(endingAfter({ day: draft.day, start, startIsSecond }, minutes, zone))
            }
          />
          <ClockInput
            label={t('end')}
            value={{ time: draft.end, isSecond: draft.endIsSecond }}
            instants={endsOf(draft, zone)}
            isWhole={!!draft.day && !!draft.start && !!draft.end}
            zone={zone}
            onChange={({ time: end, isSecond: endIsSecond }) => onChange({ end, endIsSecond })}
          />
        </div>
      )}
      <div className="grid gap-1" role="status">
        {span &&
          whenInBoth(span, zones, locale).map((when, line) => (
            <p key={when} className={line === 0 ? 'font-bold tabular-nums' : 'text-ink-2 tabular-nums'}>
              {when}
            </p>
          ))}
        {span && !error && <BusyWords {...{ facts, span, except }} />}
      </div>
      <div role="alert">
        <FieldNotes id="booking-time" error={error} />
      </div>
    </div>
  );
}

/** Known before it is asked for; booking all the same is for the database to refuse. */
function BusyWords({ facts, span, except }: Pick<Props, 'facts' | 'except'> & { span: Span }) {
  const t = useTranslations('meeting.booking');
  const locale = useLocale() as Locale;
  const words = (
    [
      [shownName(facts.startup, locale), busyAt(span, facts.startup.busy, except)],
      [shownName(facts.investor, locale), busyAt(span, facts.investor.busy, except)],
    ] as const
  ).flatMap(([name, busy]) =>
    busy ? [t('busyWith', { name, with: shownName({ name: busy.with, nameEn: busy.withEn }, locale) })] : [],
  );
  if (words.length === 0) return null;
  return (
    <p className="flex items-start gap-1.5 text-sm text-warn">
      <TriangleAlert aria-hidden="true" size={16} className="mt-0.5 shrink-0" />
      {words.join(' · ')}
    </p>
  );
}

type SlotProps = Pick<Props, 'facts' | 'draft' | 'slots' | 'except' | 'onChange'>;

/** Taken slots say by whom and can be chosen all the same: the database has the last word. */
function SlotChoice({ facts, draft, slots, except, onChange }: SlotProps) {
  const t = useTranslations('meeting.booking');
  const locale = useLocale() as Locale;
  const group = useId();
  const whoIsBusy = (slot: Slot) => {
    const [ours, theirs] = [
      busyAt(slot, facts.startup.busy, except),
      busyAt(slot, facts.investor.busy, except),
    ];
    if (ours && theirs) return t('busyBoth');
    if (ours) return t('busy', { name: shownName(facts.startup, locale) });
    return theirs ? t('busy', { name: shownName(facts.investor, locale) }) : null;
  };
  const choices = [
    ...slots.map((slot) => ({
      value: slot.startsAt,
      label: slot.text,
      busy: whoIsBusy(slot),
    })),
    { value: FREE, label: t('free'), busy: null },
  ];
  return (
    <fieldset className="grid min-w-0">
      <legend className="pb-1.5 text-sm font-medium">{t('slot')}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-2">
        {choices.map(({ value, label, busy }) => (
          <label key={value} className="ui-choice min-h-11 px-2 py-1 text-sm tabular-nums">
            <input
              type="radio"
              className="sr-only"
              name={group}
              value={value}
              checked={draft.slot === value}
              onChange={() => onChange({ slot: value })}
            />
            <span className={busy ? 'line-through' : undefined}>{label}</span>
            {busy && <small className="max-w-full truncate text-xs">{busy}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
