'use client';

import { useTranslations } from 'next-intl';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { personOperations } from '@/lib/person/operations';
import type { MemberRole } from '@/lib/person/policy';
import type { MemberRow } from './member-menu';
import { type Choices, RoleFields } from './role-fields';

type Props = { member: MemberRow; choices: Choices; onClose: () => void };

export function RoleDialog({ member, choices, onClose }: Props) {
  const t = useTranslations('person.members');
  const common = useTranslations('common');
  const toast = useToast();
  const { membershipId, version, name } = member;
  const form = useForm({
    initial: { role: member.role as string, startupId: member.startupId ?? '' },
    operation: personOperations.changeRole,
    input: ({ role, startupId }) => ({
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
        <RoleFields
          choices={choices}
          role={form.values.role as MemberRole}
          startupId={form.values.startupId}
          onRole={(role) => form.set('role', role)}
          onStartup={(startupId) => form.set('startupId', startupId)}
          error={form.error}
        />
        <div className="flex justify-end gap-2 max-sm:[&>*]:flex-1">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" tone="primary" busy={form.busy}>
            {common('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
