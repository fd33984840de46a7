'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConflictPanel } from '@/components/form/conflict-panel';
import { DialogButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useEdit } from '@/components/form/use-edit';
import { Badge } from '@/components/ui/badge';
import { Dialog } from '@/components/ui/dialog';
import { Cell, HeaderCell, Table } from '@/components/ui/table';
import { useToast } from '@/components/ui/toast';
import { personOperations } from '@/lib/person/operations';
import type { MemberRole } from '@/lib/person/policy';
import { MemberMenu, type MemberRow } from './member-menu';
import { type Choices, RoleFields, roleInput } from './role-fields';

type Props = { caption: string; members: readonly MemberRow[]; choices: Choices };

const TONES = { invited: 'info', expired: 'warn', ended: 'outline' } as const;

/** A program's people; on a phone role and startup stand below the name. */
export function MemberList({ caption, members, choices }: Props) {
  const t = useTranslations('person.members');
  const role = useTranslations('person.role');
  const [changing, setChanging] = useState<MemberRow | null>(null);
  return (
    <>
      <Table caption={caption}>
        <thead className="max-sm:sr-only">
          <tr>
            <HeaderCell>{t('person')}</HeaderCell>
            <HeaderCell className="max-sm:hidden">{t('role')}</HeaderCell>
            <HeaderCell className="max-sm:hidden">{t('startup')}</HeaderCell>
            <HeaderCell>{t('state')}</HeaderCell>
            <HeaderCell className="max-lg:hidden">{t('when')}</HeaderCell>
            <HeaderCell>
              <span className="sr-only">{t('actions')}</span>
            </HeaderCell>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.membershipId}>
              <HeaderCell scope="row" className="font-normal">
                <span className="block font-medium break-words">{member.name}</span>
                <span className="block text-sm break-all text-ink-2">{member.email}</span>
                <span className="block text-sm text-ink-2 sm:hidden">
                  {[role(member.role), member.startup].filter(Boolean).join(' · ')}
                </span>
              </HeaderCell>
              <Cell className="max-sm:hidden">{role(member.role)}</Cell>
              <Cell className="max-sm:hidden">{member.startup ?? '–'}</Cell>
              <Cell>
                {member.state === 'active' ? (
                  t('is.active')
                ) : (
                  <Badge tone={TONES[member.state]}>{t(`is.${member.state}`)}</Badge>
                )}
              </Cell>
              <Cell className="text-sm text-ink-2 tabular-nums max-lg:hidden">{member.when}</Cell>
              <Cell className="text-end">
                {member.mayChange && <MemberMenu member={member} onRole={() => setChanging(member)} />}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {changing && <RoleDialog member={changing} choices={choices} onClose={() => setChanging(null)} />}
    </>
  );
}

type RoleProps = { member: MemberRow; choices: Choices; onClose: () => void };

function valuesOf({ role, startupId }: Pick<MemberRow, 'role' | 'startupId'>) {
  return { role: role as string, startupId: startupId ?? '' };
}

function RoleDialog({ member, choices, onClose }: RoleProps) {
  const t = useTranslations('person.members');
  const toast = useToast();
  const roles = useTranslations('person.role');
  const { membershipId, name } = member;
  const form = useEdit({
    initial: valuesOf(member),
    version: member.version,
    operation: personOperations.changeRole,
    valuesOf,
    input: ({ version }, values) => ({ membershipId, version, ...roleInput(values) }),
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
        <RoleFields choices={choices} form={form} />
        <DialogButtons busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
