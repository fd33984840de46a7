'use client';

import { Ellipsis, Eye, EyeOff } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '@/components/form/use-act';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { shownName } from '@/lib/core/shown-name';
import { archiveContactAction, restoreContactAction } from '@/lib/program/actions';
import type { ContactItem } from '@/lib/program/queries/contacts';
import { RevealDialog } from './reveal-dialog';

type Props = {
  slug: string;
  contact: ContactItem;
  consentDay: string | undefined;
  canEdit: boolean;
  canReveal: boolean;
  onEdit: () => void;
};
type Data = { email: string; phone: string };

export function ContactRow({ slug, contact, consentDay, canEdit, canReveal, onEdit }: Props) {
  const t = useTranslations('program.contact');
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<Data | null>(null);
  const { id: contactId, title } = contact;
  const name = shownName(contact, useLocale());
  const restore = (version: number) =>
    act(
      (key) => restoreContactAction(slug, { contactId, version }, key),
      () => ({ text: t('restored', { name }) }),
    );
  const archive = () =>
    act(
      (key) => archiveContactAction(slug, { contactId, version: contact.version }, key),
      (done) => ({
        text: t('archived', { name }),
        undo: async () => {
          await restore(done.version);
        },
      }),
    );
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
          onClick={() => (shown ? setShown(null) : setAsking(true))}
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
        slug={slug}
        contact={asking ? contact : null}
        onClose={() => setAsking(false)}
        onShown={setShown}
      />
    </li>
  );
}

function ContactData({ data: { email, phone }, shown }: { data: Data; shown: boolean }) {
  const t = useTranslations('program.contact');
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
