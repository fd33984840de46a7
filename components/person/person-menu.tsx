'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '@/components/form/use-act';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Menu } from '@/components/ui/menu';
import { archivePersonAction, restorePersonAction, setAdminAction } from '@/lib/person/actions';
import type { PersonRow } from './people-table';

type Ask = 'admin' | 'archive';

/** What an admin does with an account: the admin right, close, open again. */
export function PersonMenu({ person }: { person: PersonRow }) {
  const t = useTranslations('person.people');
  const act = useAct();
  const [asking, setAsking] = useState<Ask | null>(null);
  const { personId, version, name, isAdmin } = person;
  const setAdmin = () =>
    act(
      (key) => setAdminAction({ personId, isAdmin: !isAdmin, version }, key),
      () => ({ text: t(isAdmin ? 'adminTaken' : 'adminGiven', { name }) }),
    );
  const restore = async (atVersion: number) => {
    await act(
      (key) => restorePersonAction({ personId, version: atVersion }, key),
      () => ({ text: t('restored', { name }) }),
    );
  };
  const archive = () =>
    act(
      (key) => archivePersonAction({ personId, version }, key),
      (closed) => ({ text: t('archived', { name }), undo: () => restore(closed.version) }),
    );
  const items = person.archived
    ? [{ id: 'restore', label: t('restore'), onSelect: () => void restore(version) }]
    : [
        {
          id: 'admin',
          label: t(isAdmin ? 'takeAdmin' : 'giveAdmin'),
          onSelect: () => setAsking('admin' as const),
        },
        {
          id: 'archive',
          label: t('archive'),
          danger: true,
          startsGroup: true,
          disabled: person.isMe,
          hint: person.isMe ? t('notYourself') : undefined,
          onSelect: () => setAsking('archive' as const),
        },
      ];
  const which = asking === 'archive' ? 'archive' : isAdmin ? 'takeAdmin' : 'giveAdmin';
  return (
    <>
      <Menu
        label={t('actionsOf', { name })}
        trigger={<Ellipsis aria-hidden="true" size={18} />}
        tone="quiet"
        place="end"
        items={items}
      />
      <ConfirmDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={t(`${which}Title`, { name })}
        description={t(`${which}Text`)}
        confirmLabel={t(which)}
        tone={which === 'giveAdmin' ? 'primary' : 'danger'}
        onConfirm={asking === 'archive' ? archive : setAdmin}
      />
    </>
  );
}
