'use client';

import { useTranslations } from 'next-intl';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Select } from '@/components/ui/select';
import type { MemberRole } from '@/lib/person/policy';

/** What the viewer may choose from. */
export type Choices = { roles: readonly MemberRole[]; startups: { value: string; label: string }[] };

type Props = {
  choices: Choices;
  role: MemberRole;
  startupId: string;
  onRole: (role: MemberRole) => void;
  onStartup: (startupId: string) => void;
  error: (field: string) => string | undefined;
};

/** A role, and for a startup's people which startup. */
export function RoleFields({ choices, role, startupId, onRole, onStartup, error }: Props) {
  const t = useTranslations('person.members');
  const words = useTranslations('person.role');
  return (
    <>
      <ChoiceGroup
        label={t('role')}
        name="role"
        layout="column"
        choices={choices.roles.map((value) => ({ value, label: words(value), hint: words(`${value}Does`) }))}
        value={role}
        error={error('role')}
        onChange={(event) => onRole(event.target.value as MemberRole)}
      />
      {role === 'startup' && (
        <Select
          label={t('startup')}
          required
          emptyLabel={t('chooseStartup')}
          options={choices.startups}
          value={startupId}
          error={error('startupId')}
          onChange={(event) => onStartup(event.target.value)}
        />
      )}
    </>
  );
}
