'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { useOperation } from '@/components/form/use-operation';
import { Menu } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toast';
import { invitationOperations } from '@/lib/invitation/operations';
import { personOperations } from '@/lib/person/operations';
import type { MemberRole } from '@/lib/person/policy';
import type { MemberState } from '@/lib/person/schema';

export type MemberRow = {
  membershipId: string;
  name: string;
  email: string;
  role: MemberRole;
  startupId: string | null;
  startup: string | null;
  state: MemberState;
  /** What the state's date is, in words. */
  when: string;
  version: number;
  mayChange: boolean;
};

type Props = { member: MemberRow; onRole: () => void };

const TOLD = { tells: 'toast' } as const;

/** What can be done with one member: role, link, in and out. */
export function MemberMenu({ member, onRole }: Props) {
  const t = useTranslations('person.members');
  const toast = useToast();
  const delivery = useTranslations('invitation.delivery');
  const restoring = useOperation(personOperations.restoreMembership, TOLD);
  const ending = useOperation(personOperations.endMembership, TOLD);
  const resending = useOperation(invitationOperations.resendInvitation, TOLD);
  const [isEnding, setEnding] = useState(false);
  const { membershipId, version, name, email } = member;
  const restore = async (atVersion: number) => {
    const answer = await restoring.run({ membershipId, version: atVersion });
    if (answer.ok) toast({ text: t('restored', { name }) });
  };
  const end = async () => {
    const answer = await ending.run({ membershipId, version });
    if (answer.ok) toast({ text: t('ended', { name }), undo: () => restore(answer.value.version) });
    return answer.ok;
  };
  const resend = async () => {
    const answer = await resending.run({ membershipId });
    if (answer.ok) toast({ text: delivery(answer.value.mail, { email }) });
  };
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
