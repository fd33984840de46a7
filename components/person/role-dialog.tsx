'use client';

import { useTranslations } from 'next-intl';
import { ConflictPanel } from '@/components/form/conflict-panel';
import { DialogButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useEdit } from '@/components/form/use-edit';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { personOperations } from '@/lib/person/operations';
import type { MemberRole } from '@/lib/person/policy';
import type { MemberRow } from './member-menu';
import { type Choices, RoleFields } from './role-fields';

type Props = { member: MemberRow; choices: Choices; onClose: () => void };

function valuesOf({ role, startupId }: Pick<MemberRow, 'role' | 'startupId'>) {
  return { role: role as string, startupId: startupId ?? '' };
}

export function RoleDialog({ member, choices, onClose }: Props) {
  const t = useTranslations('person.members');
  const toast = useToast();
  const roles = useTranslations('person.role');
  const { membershipId, name } = member;
  const form = useEdit({
    initial: valuesOf(member),
    version: member.version,
    operation: personOperations.changeRole,
    valuesOf,
    input: ({ version }, { role, startupId }) => ({
      membershipId,
      version,
      role: role as MemberRole,
      ...(role === 'startup' ? { startupId: startupId || null } : {}),
    }),
    done: () => {
      onClose();
      toast({ text: t('roleChanged', { name }) });
    },
  });
  return (
    <Dialog open onClose={onClose} title={t('changeRoleOf', { name })} description={t('changeRoleText')}>
      <form {...form.props} className="grid gap-4 pb-5">
        <FormProblems errors={form.problems} failed={form.failed} />
        <ConflictPanel
          form={form}
          label={(field) => t(field === 'role' ? 'role' : 'startup')}
          show={(field, value) =>
            field === 'role'
              ? roles(value as MemberRole)
              : (choices.startups.find((startup) => startup.value === value)?.label ?? '')
          }
        />
        <RoleFields
          choices={choices}
          role={form.values.role as MemberRole}
          startupId={form.values.startupId}
          onRole={(role) => form.set('role', role)}
          onStartup={(startupId) => form.set('startupId', startupId)}
          error={form.error}
        />
        <DialogButtons busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
