'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { ContactItem } from '@/lib/program/queries/contacts';
import { ContactDialog, type Party } from './contact-dialog';
import { ContactRow } from './contact-row';

type Props = {
  slug: string;
  party: Party;
  contacts: readonly ContactItem[];
  /** Days as they are written for the reader, by contact: when they agreed. */
  consentDays: Record<string, string>;
  canEdit: boolean;
  canReveal: boolean;
};

/** The people of one side. What may not be seen is not in `contacts`; the server masks, not the screen. */
export function ContactList({ slug, party, contacts, consentDays, canEdit, canReveal }: Props) {
  const t = useTranslations('program.contact');
  const [editing, setEditing] = useState<ContactItem | 'new' | null>(null);
  const live = contacts.filter((contact) => contact.archivedAt === null);
  const archived = contacts.filter((contact) => contact.archivedAt !== null);
  const rows = (list: readonly ContactItem[]) => (
    <ul className="divide-y divide-line">
      {list.map((contact) => (
        <ContactRow
          key={contact.id}
          slug={slug}
          contact={contact}
          consentDay={consentDays[contact.id]}
          canEdit={canEdit}
          canReveal={canReveal}
          onEdit={() => setEditing(contact)}
        />
      ))}
    </ul>
  );
  return (
    <Panel
      title={t('title')}
      actions={
        canEdit && (
          <Button size="sm" icon={<Plus aria-hidden="true" size={16} />} onClick={() => setEditing('new')}>
            {t('add')}
          </Button>
        )
      }
    >
      {live.length === 0 ? <p className="text-ink-2">{t('empty')}</p> : rows(live)}
      {archived.length > 0 && (
        <details>
          <summary className="text-sm text-ink-2">{t('archivedTitle', { count: archived.length })}</summary>
          {rows(archived)}
        </details>
      )}
      <ContactDialog slug={slug} party={party} contact={editing} onClose={() => setEditing(null)} />
    </Panel>
  );
}
