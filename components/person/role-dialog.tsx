'use client';

import { useTranslations } from 'next-intl';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { changeRoleAction } from '@/lib/person/actions';
import type { MemberRole } from '@/lib/person/policy';
import type { MemberRow } from './member-list';
import { RoleFields } from './role-fields';

/** What the viewer may choose from. */
export type Choices = { roles: readonly MemberRole[]; startups: { value: string; label: string }[] };

type Props = { slug: string; member: MemberRow; choices: Choices; onClose: () => void };

const FIELDS = ['role', 'startupId'];

export function RoleDialog({ slug, member, choices, onClose }: Props) {
  const t = useTranslations('person.members');
  const common = useTranslations('common');
  const toast = useToast();
  const { membershipId, version, name } = member;
  const form = useForm({
    initial: { role: member.role as string, startupId: member.startupId ?? '' },
    send: ({ role, startupId }) =>
      changeRoleAction(slug, {
        membershipId,
        version,
        role,
        ...(role === 'startup' ? { startupId: startupId || null } : {}),
      }),
    done: () => {
      onClose();
      toast({ text: t('roleChanged', { name }) });
    },
  });
  const elsewhere = form.errors.filter(({ field }) => !FIELDS.includes(String(field[0])));
  return (
    <Dialog open onClose={onClose} title={t('changeRoleOf', { name })} description={t('changeRoleText')}>
      <form
        noValidate
        className="grid gap-4 pb-5"
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit();
        }}
      >
        <FormProblems errors={elsewhere} failed={form.failed} />
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
