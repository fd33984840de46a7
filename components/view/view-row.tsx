'use client';

import { Ellipsis } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { RenameDialog } from '@/components/form/rename-dialog';
import { useOperation } from '@/components/form/use-operation';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toast';
import { ROLES, type Role } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { viewOperations } from '@/lib/view/operations';
import type { SavedView } from '@/lib/view/schema';

type Props = {
  view: SavedView;
  path: string;
  /** The list as it stands, as a view keeps it. */
  here: string;
  isHere: boolean;
  canShare: boolean;
  onChange: () => void;
};

/** One kept view: the way to it and, for whoever may, what can be done with it. */
export function ViewRow({ view, path, here, isHere, canShare, onChange }: Props) {
  const t = useTranslations('view');
  const locale = useLocale();
  const toast = useToast();
  const [renaming, setRenaming] = useState(false);
  const editing = useOperation(viewOperations.editView, { tells: 'toast' });
  const archiving = useOperation(viewOperations.archiveView, { tells: 'toast' });
  const restoring = useOperation(viewOperations.restoreView, { tells: 'toast' });
  const { id: viewId, version } = view;
  const change = async (patch: { address?: string; shared?: boolean; defaultFor?: Role[] }, text: string) => {
    const answer = await editing.run({ viewId, version, ...patch });
    if (!answer.ok) return;
    toast({ text });
    onChange();
  };
  const remove = async () => {
    const answer = await archiving.run({ viewId, version });
    if (!answer.ok) return;
    onChange();
    toast({
      text: t('deleted', { name: view.name }),
      undo: async () => {
        await restoring.run({ viewId, version: answer.value.version });
        onChange();
      },
    });
  };
  const overwrite = () => change({ address: here }, t('overwritten', { name: view.name }));
  const roles = (role: Role): MenuItem => ({
    id: role,
    label: t(`opens.${role}`),
    checked: view.defaultFor.includes(role),
    startsGroup: role === ROLES[0],
    onSelect: () => change({ defaultFor: toggled(view.defaultFor, role) }, t('opensChanged')),
  });
  const items: MenuItem[] = [
    { id: 'overwrite', label: t('overwrite'), disabled: isHere, onSelect: overwrite },
    { id: 'rename', label: t('rename'), onSelect: () => setRenaming(true) },
    ...(canShare && (view.isMine || !view.isShared)
      ? [
          {
            id: 'share',
            label: t('share'),
            checked: view.isShared,
            onSelect: () => change({ shared: !view.isShared }, t(view.isShared ? 'unshared' : 'shared')),
          },
        ]
      : []),
    ...(canShare && view.isShared ? ROLES.map(roles) : []),
    { id: 'delete', label: t('delete'), danger: true, startsGroup: true, onSelect: remove },
  ];
  return (
    <li className="flex items-center gap-2">
      <TextLink
        href={view.address ? `${path}?${view.address}` : path}
        aria-current={isHere ? 'page' : undefined}
        className="min-w-0 flex-1 break-words"
      >
        {view.name}
      </TextLink>
      {view.isShared && (
        <span title={shownName(view.by, locale)}>
          <Badge>{t('sharedMark')}</Badge>
        </span>
      )}
      {view.defaultFor.length > 0 && <Badge>{t('opensMark')}</Badge>}
      {view.mayEdit && (
        <Menu
          place="end"
          tone="quiet"
          label={t('more', { name: view.name })}
          trigger={<Ellipsis aria-hidden="true" size={16} />}
          items={items}
        />
      )}
      {renaming && (
        <RenameDialog
          title={t('rename')}
          label={t('name')}
          name={view.name}
          maxLength={80}
          operation={viewOperations.editView}
          input={(name) => ({ viewId, version, name })}
          onClose={() => setRenaming(false)}
          done={onChange}
        />
      )}
    </li>
  );
}

function toggled(roles: readonly Role[], role: Role): Role[] {
  return roles.includes(role) ? roles.filter((other) => other !== role) : [...roles, role];
}
