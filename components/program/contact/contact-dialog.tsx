'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useForm } from '@/components/form/use-form';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { shownName } from '@/lib/core/shown-name';
import { addContactAction, editContactAction } from '@/lib/program/actions';
import type { ContactItem } from '@/lib/program/queries/contacts';
import { ContactForm, type ContactValues } from './contact-form';

export type Party = { startupId: string } | { investorId: string };
type Props = { slug: string; party: Party; contact: ContactItem | 'new' | null; onClose: () => void };

export function ContactDialog({ slug, party, contact, onClose }: Props) {
  const t = useTranslations('program.contact');
  const locale = useLocale();
  const isNew = contact === 'new';
  const name = contact && contact !== 'new' ? shownName(contact, locale) : '';
  return (
    <Dialog
      open={contact !== null}
      onClose={onClose}
      title={isNew ? t('addTitle') : t('editTitle', { name })}
    >
      {contact === 'new' && <AddContact slug={slug} party={party} onClose={onClose} />}
      {contact && contact !== 'new' && <EditContact slug={slug} contact={contact} onClose={onClose} />}
    </Dialog>
  );
}

const EMPTY: ContactValues = { name: '', nameEn: '', title: '', email: '', phone: '', consent: false };

function AddContact({ slug, party, onClose }: { slug: string; party: Party; onClose: () => void }) {
  const t = useTranslations('program.contact');
  const toast = useToast();
  const form = useForm({
    initial: EMPTY,
    send: ({ consent, ...values }, key) =>
      addContactAction(slug, { ...values, ...party, consentAt: consent ? today() : null }, key),
    done: () => {
      onClose();
      toast({ text: t('added', { name: form.values.name }) });
    },
  });
  return <ContactForm form={form} masked={null} onCancel={onClose} />;
}

/** Sends only what was changed: an address that is masked and left empty stays what it is. */
function EditContact({
  slug,
  contact,
  onClose,
}: {
  slug: string;
  contact: ContactItem;
  onClose: () => void;
}) {
  const t = useTranslations('program.contact');
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
    send: ({ consent, ...values }) => {
      const fields = (['name', 'nameEn', 'title', 'email', 'phone'] as const).filter(
        (field) => values[field] !== initial[field],
      );
      const pick = (from: Omit<ContactValues, 'consent'>) =>
        Object.fromEntries(fields.map((field) => [field, from[field]]));
      const consentAt = consent === initial.consent ? {} : { consentAt: consent ? today() : null };
      // What is masked was not read, so that it cannot say what it was.
      const base = masked ? {} : { base: pick(initial) };
      return editContactAction(slug, {
        contactId,
        version,
        changes: { ...pick(values), ...consentAt },
        ...base,
      });
    },
    done: () => {
      onClose();
      toast({ text: t('saved') });
    },
  });
  return <ContactForm form={form} masked={masked ? contact : null} onCancel={onClose} />;
}

function today(): string {
  return new Date().toISOString();
}
