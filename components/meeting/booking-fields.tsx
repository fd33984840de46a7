'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { Failure } from '@/components/form/call';
import { useFailureWords } from '@/components/form/failure-words';
import { CancelOrSave } from '@/components/form/form-buttons';
import { useRead } from '@/components/form/use-read';
import { Checkbox } from '@/components/ui/checkbox';
import { FieldNotes } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { Locale } from '@/lib/core/locale';
import { shownName } from '@/lib/core/shown-name';
import { meetingOperations } from '@/lib/meeting/operations';
import { isBareTableName } from '@/lib/meeting/rules';
import type { BookingFacts, Seat } from '@/lib/meeting/schema';
import type { BookingDraft, Span } from './booking-draft';
import { nameWithPost } from './meeting-row';

type WhyProps = {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
};

/** The pair is not to meet: why it meets all the same is asked wherever a meeting of it comes to stand. */
export function WhyMeet({ label, value, error, onChange }: WhyProps) {
  const t = useTranslations('meeting.booking');
  return (
    <Notice tone="warn" title={t('notToMeet')}>
      <TextArea
        label={label}
        hint={t('allTheSameHint')}
        required
        rows={2}
        maxLength={500}
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value)}
      />
    </Notice>
  );
}

type PlaceProps = {
  tables: readonly { id: string; name: string }[];
  span: Span | null;
  draft: Pick<BookingDraft, 'table' | 'link'>;
  errors: Errors;
  except?: string | undefined;
  onChange: (changes: Partial<BookingDraft>) => void;
};

/** A table of the venue, a link to a call, or both; tables taken at that time say so. */
export function PlaceFields({ tables, span, draft, errors, except, onChange }: PlaceProps) {
  const t = useTranslations('meeting');
  const then = tables.length > 0 && span ? { ...span, ...(except ? { except } : {}) } : null;
  const loaded = useRead(meetingOperations.listTakenTables, then);
  const taken = loaded.at === 'ready' ? loaded.value.tables : [];
  return (
    <div className="grid gap-4 sm:grid-cols-[12rem_1fr]">
      {tables.length > 0 && (
        <Select
          label={t('booking.table')}
          emptyLabel={t('booking.noTable')}
          value={draft.table}
          onChange={(event) => onChange({ table: event.target.value })}
          error={errors.table}
          options={tables.map(({ id, name }) => {
            const words = t('table', { name, bare: isBareTableName(name) ? 'yes' : 'no' });
            return { value: id, label: taken.includes(id) ? t('booking.taken', { table: words }) : words };
          })}
        />
      )}
      <TextInput
        label={t('booking.link')}
        type="url"
        inputMode="url"
        placeholder="https://"
        maxLength={500}
        value={draft.link}
        onChange={(event) => onChange({ link: event.target.value })}
        error={errors.link}
      />
    </div>
  );
}

type PeopleProps = {
  facts: Pick<BookingFacts, 'startup' | 'investor'>;
  chosen: readonly string[];
  error?: string | undefined;
  onChange: (contactIds: string[]) => void;
};

/** Who sits there, of both sides. */
export function PeopleFields({ facts, chosen, error, onChange }: PeopleProps) {
  const t = useTranslations('meeting.booking');
  const locale = useLocale() as Locale;
  const { startup, investor } = facts;
  if (startup.people.length + investor.people.length === 0) {
    return <p className="text-sm text-ink-2">{t('nobody')}</p>;
  }
  const side = (name: string, people: readonly Seat[]) => (
    <fieldset className="grid min-w-0 content-start">
      <legend className="pb-1 text-sm font-medium">{name}</legend>
      {people.length === 0 && <p className="text-sm text-ink-2">{t('nobodyOfSide')}</p>}
      {people.map((person) => (
        <Checkbox
          key={person.id}
          label={nameWithPost(person, locale)}
          checked={chosen.includes(person.id)}
          onChange={(event) =>
            onChange(event.target.checked ? [...chosen, person.id] : chosen.filter((id) => id !== person.id))
          }
        />
      ))}
    </fieldset>
  );
  return (
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      {side(shownName(startup, locale), startup.people)}
      {side(investor.name, investor.people)}
      <FieldNotes id="booking-people" error={error} />
    </div>
  );
}

type FooterProps = {
  errors: Errors;
  isBusy: boolean;
  label: string;
  back?: string;
  tone?: 'primary' | 'danger';
  onBack: () => void;
};

/** What stands in the way of the whole form; back to what was before it, or do it. */
export function BookingFooter({ errors, isBusy, label, back, tone = 'primary', onBack }: FooterProps) {
  const t = useTranslations('common');
  return (
    <>
      <FormError problems={errors[''] ? [{ key: 'form', text: errors[''] }] : []} />
      <div className="sticky -bottom-2 -mx-6 -mb-4 flex justify-end gap-2 border-t border-line bg-raised px-6 py-4 max-sm:-mx-4 max-sm:px-4 max-sm:[&>*]:flex-1">
        <CancelOrSave cancel={back ?? t('back')} save={label} tone={tone} busy={isBusy} onCancel={onBack} />
      </div>
    </>
  );
}

/** The server's sentences by field; '' holds what concerns the whole form. */
export type Errors = Partial<Record<string, string>>;

const FIELDS: Record<string, string> = {
  stage: 'stage',
  startsAt: 'time',
  endsAt: 'time',
  table: 'table',
  link: 'link',
  contactIds: 'people',
  reason: 'reason',
  advanceReason: 'advanceReason',
  meetReason: 'meetReason',
};

/** Words for a change that was not made; the input stays in the form. */
export function useErrorsOf(): (failure: Failure) => Errors {
  const t = useTranslations('error');
  const wordsOf = useFailureWords();
  return ({ errors: refusals, failed }) => {
    if (failed) {
      const { title, next } = wordsOf(failed);
      return { '': `${title} ${t('kept')} ${next}` };
    }
    const errors: Errors = {};
    for (const { field, message } of refusals) errors[FIELDS[String(field[0])] ?? ''] ??= message;
    return errors;
  };
}

/** Brings what is wrong before the reader: the first control at fault takes the focus, a sentence alone comes into view. */
export function useShowErrors(errors: Errors) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    const control = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (control) control.focus();
    else form.current?.querySelector('[role="alert"] p')?.scrollIntoView({ block: 'center' });
  }, [errors]);
  return form;
}
