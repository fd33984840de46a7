'use client';

import { Ellipsis, Eye, EyeOff, Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOperation } from '@/components/form/use-operation';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { Panel } from '@/components/ui/panel';
import { useToast } from '@/components/ui/toast';
import { shownName } from '@/lib/core/shown-name';
import { contactOperations } from '@/lib/party/operations';
import type { PartyRef } from '@/lib/party/rules';
import type { ContactItem } from '@/lib/party/schema';
import { ContactDialog } from './contact-dialog';
import { RevealDialog } from './reveal-dialog';

type Props = {
  party: PartyRef;
  contacts: readonly ContactItem[];
  /** Days as they are written for the reader, by contact: when they agreed. */
  consentDays: Record<string, string>;
  canEdit: boolean;
  canReveal: boolean;
};

/** The people of one side. What may not be seen is not in `contacts`; the server masks, not the screen. */
export function ContactList({ party, contacts, consentDays, canEdit, canReveal }: Props) {
  const t = useTranslations('party.contact');
  const [editing, setEditing] = useState<string | null>(null);
  const live = contacts.filter((contact) => contact.archivedAt === null);
  const archived = contacts.filter((contact) => contact.archivedAt !== null);
  const rows = (list: readonly ContactItem[]) => (
    <ul className="divide-y divide-line">
      {list.map((contact) => (
        <ContactRow
          key={contact.id}
          contact={contact}
          consentDay={consentDays[contact.id]}
          canEdit={canEdit}
          canReveal={canReveal}
          onEdit={() => setEditing(contact.id)}
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
      <ContactDialog
        party={party}
        contact={editing === 'new' ? editing : (contacts.find(({ id }) => id === editing) ?? null)}
        onClose={() => setEditing(null)}
      />
    </Panel>
  );
}

type RowProps = {
  contact: ContactItem;
  consentDay: string | undefined;
  canEdit: boolean;
  canReveal: boolean;
  onEdit: () => void;
};
type Data = { email: string; phone: string };

function ContactRow({ contact, consentDay, canEdit, canReveal, onEdit }: RowProps) {
  const t = useTranslations('party.contact');
  const toast = useToast();
  const archiving = useOperation(contactOperations.archiveContact, { tells: 'toast' });
  const restoring = useOperation(contactOperations.restoreContact, { tells: 'toast' });
  const [isAsking, setIsAsking] = useState(false);
  const [shown, setShown] = useState<Data | null>(null);
  const { id: contactId, title } = contact;
  const name = shownName(contact, useLocale());
  const restore = async (version: number) => {
    const answer = await restoring.run({ contactId, version });
    if (answer.ok) toast({ text: t('restored', { name }) });
  };
  const archive = async () => {
    const answer = await archiving.run({ contactId, version: contact.version });
    if (answer.ok) toast({ text: t('archived', { name }), undo: () => restore(answer.value.version) });
  };
  const isArchived = contact.archivedAt !== null;
  const hasData = Boolean(contact.email || contact.phone);
  return (
    <li className="flex items-start gap-2 py-2.5">
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{name}</span>
          {title && <span className="text-sm text-ink-2">{title}</span>}
        </p>
        <ContactData
          data={shown ?? { email: contact.email ?? '', phone: contact.phone ?? '' }}
          shown={shown !== null}
        />
        {contact.email !== null && (
          <p>
            <Badge tone={consentDay ? 'done' : 'warn'}>
              {consentDay ? t('consented', { date: consentDay }) : t('notConsented')}
            </Badge>
          </p>
        )}
      </div>
      {canReveal && contact.masked && hasData && (
        <IconButton
          label={shown ? t('hide') : t('revealOf', { name })}
          icon={shown ? <EyeOff aria-hidden="true" size={16} /> : <Eye aria-hidden="true" size={16} />}
          onClick={() => (shown ? setShown(null) : setIsAsking(true))}
        />
      )}
      {canEdit && (
        <Menu
          trigger={<Ellipsis aria-hidden="true" size={16} />}
          label={t('menu', { name })}
          tone="quiet"
          place="end"
          items={
            isArchived
              ? [{ id: 'restore', label: t('restore'), onSelect: () => void restore(contact.version) }]
              : [
                  { id: 'edit', label: t('edit'), onSelect: onEdit },
                  { id: 'archive', label: t('archive'), onSelect: () => void archive() },
                ]
          }
        />
      )}
      <RevealDialog
        contact={isAsking ? contact : null}
        onClose={() => setIsAsking(false)}
        onShown={setShown}
      />
    </li>
  );
}

function ContactData({ data: { email, phone }, shown }: { data: Data; shown: boolean }) {
  const t = useTranslations('party.contact');
  if (!email && !phone) return null;
  return (
    <p
      className="flex flex-wrap gap-x-3 text-sm text-ink-2 tabular-nums [overflow-wrap:anywhere]"
      aria-live="polite"
    >
      {shown && email ? (
        <a className="ui-link" href={`mailto:${email}`}>
          {email}
        </a>
      ) : (
        email && <span>{email}</span>
      )}
      {shown && phone ? (
        <a className="ui-link" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
          {phone}
        </a>
      ) : (
        phone && <span>{phone}</span>
      )}
      {shown && <span className="sr-only">{t('revealed')}</span>}
    </p>
  );
}
