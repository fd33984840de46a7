'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { useOperation } from '@/components/form/use-operation';
import { Menu } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toast';
import { personOperations } from '@/lib/person/operations';
import type { PersonItem } from '@/lib/person/schema';

export type PersonRow = Omit<PersonItem, 'programs' | 'createdAt' | 'lastSeenAt'> & {
  programs: { slug: string; name: string; role: PersonItem['programs'][number]['role'] }[];
  /** In words: when the person was last here, or that they have not joined. */
  seen: string;
  isMe: boolean;
};

type Ask = 'admin' | 'archive';

const TOLD = { tells: 'toast' } as const;

/** What an admin does with an account: the admin right, close, open again. */
export function AccountMenu({ person }: { person: PersonRow }) {
  const t = useTranslations('person.people');
  const toast = useToast();
  const granting = useOperation(personOperations.setAdmin, TOLD);
  const archiving = useOperation(personOperations.archivePerson, TOLD);
  const restoring = useOperation(personOperations.restorePerson, TOLD);
  const [asking, setAsking] = useState<Ask | null>(null);
  const { personId, version, name, isAdmin } = person;
  const setAdmin = async () => {
    const answer = await granting.run({ personId, isAdmin: !isAdmin, version });
    if (answer.ok) toast({ text: t(isAdmin ? 'adminTaken' : 'adminGiven', { name }) });
    return answer.ok;
  };
  const restore = async (atVersion: number) => {
    const answer = await restoring.run({ personId, version: atVersion });
    if (answer.ok) toast({ text: t('restored', { name }) });
  };
  const archive = async () => {
    const answer = await archiving.run({ personId, version });
    if (answer.ok) toast({ text: t('archived', { name }), undo: () => restore(answer.value.version) });
    return answer.ok;
  };
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
