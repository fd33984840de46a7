'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ConflictPanel } from '@/components/form/conflict-panel';
import { DialogButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useEdit } from '@/components/form/use-edit';
import { useForm } from '@/components/form/use-form';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { shownName } from '@/lib/core/shown-name';
import { contactOperations } from '@/lib/party/operations';
import type { PartyRef } from '@/lib/party/rules';
import type { ContactItem } from '@/lib/party/schema';

type Props = { party: PartyRef; contact: ContactItem | 'new' | null; onClose: () => void };

export function ContactDialog({ party, contact, onClose }: Props) {
  const t = useTranslations('party.contact');
  const locale = useLocale();
  const isNew = contact === 'new';
  const name = contact && contact !== 'new' ? shownName(contact, locale) : '';
  return (
    <Dialog
      open={contact !== null}
      onClose={onClose}
      title={isNew ? t('addTitle') : t('editTitle', { name })}
    >
      {contact === 'new' && <AddContact party={party} onClose={onClose} />}
      {contact && contact !== 'new' && <EditContact contact={contact} onClose={onClose} />}
    </Dialog>
  );
}

type ContactValues = {
  name: string;
  nameEn: string;
  title: string;
  email: string;
  phone: string;
  consent: boolean;
};
const EMPTY: ContactValues = { name: '', nameEn: '', title: '', email: '', phone: '', consent: false };

function AddContact({ party, onClose }: { party: PartyRef; onClose: () => void }) {
  const t = useTranslations('party.contact');
  const toast = useToast();
  const form = useForm({
    initial: EMPTY,
    operation: contactOperations.addContact,
    input: ({ consent, ...values }) => ({ ...values, ...party, consentAt: consent ? now() : null }),
    done: () => {
      onClose();
      toast({ text: t('added', { name: form.values.name }) });
    },
  });
  return <ContactForm form={form} masked={null} onCancel={onClose} />;
}

/** Where they are masked, e-mail and phone are no part of what the form read. */
const MASKED = ['email', 'phone'] as const;

function valuesOf(
  contact: Omit<ContactItem, 'id' | 'masked' | 'archivedAt'>,
  masked: boolean,
): ContactValues {
  return {
    name: contact.name,
    nameEn: contact.nameEn,
    title: contact.title,
    email: masked ? '' : (contact.email ?? ''),
    phone: masked ? '' : (contact.phone ?? ''),
    consent: contact.consentAt !== null,
  };
}

/** Sends only what was changed: an address that is masked and left empty stays what it is. */
function EditContact({ contact, onClose }: { contact: ContactItem; onClose: () => void }) {
  const t = useTranslations('party.contact');
  const toast = useToast();
  const [opened] = useState(contact);
  const { id: contactId, masked } = contact;
  const form = useEdit({
    initial: valuesOf(contact, masked),
    version: contact.version,
    operation: contactOperations.editContact,
    input: ({ version, changes: { consent, ...changes }, base: { consent: before, ...read } }) => {
      const known = Object.entries(read).filter(([field]) => !masked || !isMasked(field));
      return {
        ...{ contactId, version },
        changes: { ...changes, ...(consent === undefined ? {} : { consentAt: consent ? now() : null }) },
        base: {
          ...Object.fromEntries(known),
          ...(before === undefined ? {} : { consentAt: contact.consentAt }),
        },
      };
    },
    valuesOf: (record: ContactItem) => valuesOf(record, masked),
    unread: masked ? MASKED : [],
    done: () => {
      onClose();
      toast({ text: t('saved') });
    },
  });
  const stands = (form.current as ContactItem | undefined) ?? contact;
  const conflicts = form.conflicts.map((conflict) =>
    masked && isMasked(conflict.field)
      ? { ...conflict, theirs: stands[conflict.field], original: opened[conflict.field] }
      : conflict,
  );
  return (
    <ContactForm form={form} masked={masked ? contact : null} onCancel={onClose}>
      <ConflictPanel
        form={{ ...form, conflicts }}
        label={(field) => t(field === 'title' ? 'post' : (field as 'name'))}
      />
    </ContactForm>
  );
}

function isMasked(field: string): field is (typeof MASKED)[number] {
  return MASKED.some((each) => each === field);
}

function now(): string {
  return new Date().toISOString();
}

type Form = Pick<
  ReturnType<typeof useForm<ContactValues, unknown>>,
  'props' | 'values' | 'set' | 'error' | 'problems' | 'failed' | 'busy'
>;
type FormProps = {
  form: Form;
  /** The contact whose data is hidden: an empty field leaves it as it is. */
  masked: ContactItem | null;
  onCancel: () => void;
  children?: ReactNode;
};

function ContactForm({ form, masked, onCancel, children }: FormProps) {
  const t = useTranslations('party.contact');
  const common = useTranslations('common');
  const { values, set, error } = form;
  const text = (field: 'name' | 'nameEn' | 'title' | 'email' | 'phone', label: string, max: number) => {
    const hidden = (field === 'email' || field === 'phone') && masked?.[field];
    return (
      <TextInput
        label={label}
        required={field === 'name'}
        note={field === 'name' ? undefined : common('optional')}
        type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
        maxLength={max}
        autoComplete="off"
        placeholder={hidden || undefined}
        hint={hidden ? t('keep', { value: hidden }) : undefined}
        name={field}
        value={values[field]}
        error={error(field)}
        onChange={(event) => set(field, event.target.value)}
      />
    );
  };
  return (
    <form {...form.props} className="grid gap-4 pb-5">
      <FormProblems errors={form.problems} failed={form.failed} />
      {children}
      <div className="grid gap-4 sm:grid-cols-2">
        {text('name', t('name'), 80)}
        {text('nameEn', t('nameEn'), 80)}
        {text('title', t('post'), 80)}
        {text('email', t('email'), 254)}
        {text('phone', t('phone'), 40)}
      </div>
      <Checkbox
        label={t('consent')}
        hint={t('consentHint')}
        name="consent"
        checked={values.consent}
        onChange={(event) => set('consent', event.target.checked)}
      />
      <DialogButtons save={t('save')} busy={form.busy} onCancel={onCancel} />
    </form>
  );
}
