'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '@/components/form/use-act';
import { useMailWords } from '@/components/invitation/use-mail-words';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Menu } from '@/components/ui/menu';
import { resendInvitationAction } from '@/lib/invitation/actions';
import { endMembershipAction, restoreMembershipAction } from '@/lib/person/actions';
import type { MemberRow } from './member-list';

type Props = { slug: string; member: MemberRow; onRole: () => void };

/** What can be done with one member: role, link, in and out. */
export function MemberMenu({ slug, member, onRole }: Props) {
  const t = useTranslations('person.members');
  const act = useAct();
  const mailWords = useMailWords();
  const [isEnding, setEnding] = useState(false);
  const { membershipId, version, name, email } = member;
  const restore = async (atVersion: number) => {
    await act(
      (key) => restoreMembershipAction(slug, { membershipId, version: atVersion }, key),
      () => ({ text: t('restored', { name }) }),
    );
  };
  const end = () =>
    act(
      (key) => endMembershipAction(slug, { membershipId, version }, key),
      (ended) => ({ text: t('ended', { name }), undo: () => restore(ended.version) }),
    );
  const resend = () =>
    act(
      (key) => resendInvitationAction(slug, { membershipId }, key),
      ({ mail }) => ({ text: mailWords(mail, email) }),
    );
  const items =
    member.state === 'ended'
      ? [{ id: 'restore', label: t('restore'), onSelect: () => void restore(version) }]
      : [
          { id: 'role', label: t('changeRole'), onSelect: onRole },
          ...(member.state === 'active'
            ? []
            : [{ id: 'resend', label: t('resend'), hint: t('resendHint'), onSelect: () => void resend() }]),
          { id: 'end', label: t('end'), danger: true, startsGroup: true, onSelect: () => setEnding(true) },
        ];
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
        open={isEnding}
        onClose={() => setEnding(false)}
        title={t('endTitle', { name })}
        description={t('endText')}
        confirmLabel={t('end')}
        tone="danger"
        onConfirm={end}
      />
    </>
  );
}
