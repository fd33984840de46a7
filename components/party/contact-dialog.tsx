'use client';

import { useLocale, useTranslations } from 'next-intl';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
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

/** Sends only what was changed: an address that is masked and left empty stays what it is. */
function EditContact({ contact, onClose }: { contact: ContactItem; onClose: () => void }) {
  const t = useTranslations('party.contact');
  const toast = useToast();
  const { id: contactId, version, masked } = contact;
  const initial: ContactValues = {
    name: contact.name,
    nameEn: contact.nameEn,
    title: contact.title,
    email: masked ? '' : (contact.email ?? ''),
    phone: masked ? '' : (contact.phone ?? ''),
    consent: contact.consentAt !== null,
  };
  const form = useForm({
    initial,
    operation: contactOperations.editContact,
    input: ({ consent, ...values }) => {
      const fields = (['name', 'nameEn', 'title', 'email', 'phone'] as const).filter(
        (field) => values[field] !== initial[field],
      );
      const pick = (from: Omit<ContactValues, 'consent'>) =>
        Object.fromEntries(fields.map((field) => [field, from[field]]));
      const consentAt = consent === initial.consent ? {} : { consentAt: consent ? now() : null };
      // Masked data was not read, so there is no original to send.
      const base = masked ? {} : { base: pick(initial) };
      return { contactId, version, changes: { ...pick(values), ...consentAt }, ...base };
    },
    done: () => {
      onClose();
      toast({ text: t('saved') });
    },
  });
  return <ContactForm form={form} masked={masked ? contact : null} onCancel={onClose} />;
}

function now(): string {
  return new Date().toISOString();
}

type Form = Pick<
  ReturnType<typeof useForm<ContactValues, unknown>>,
  'props' | 'values' | 'set' | 'error' | 'problems' | 'failed' | 'busy'
> & { submit: () => Promise<unknown> };
type FormProps = {
  form: Form;
  /** The contact whose data is hidden: an empty field leaves it as it is. */
  masked: ContactItem | null;
  onCancel: () => void;
};

function ContactForm({ form, masked, onCancel }: FormProps) {
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
      <div className="flex justify-end gap-2 max-sm:[&>*]:flex-1">
        <Button onClick={onCancel} disabled={form.busy}>
          {common('cancel')}
        </Button>
        <Button type="submit" tone="primary" busy={form.busy}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
