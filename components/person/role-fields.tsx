'use client';

import { useTranslations } from 'next-intl';
import type { useForm } from '@/components/form/use-form';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Select } from '@/components/ui/select';
import type { MemberRole } from '@/lib/person/policy';

/** What the viewer may choose from. */
export type Choices = { roles: readonly MemberRole[]; startups: { value: string; label: string }[] };

type Chosen = { role: string; startupId: string };
type Props = {
  choices: Choices;
  form: Pick<ReturnType<typeof useForm<Chosen, unknown>>, 'values' | 'field'>;
};

/** What an operation takes of these fields: a startup where the role is one of a startup's. */
export function roleInput({ role, startupId }: Chosen) {
  return { role: role as MemberRole, ...(role === 'startup' ? { startupId: startupId || null } : {}) };
}

/** A role, and for a startup's people which startup. */
export function RoleFields({ choices, form }: Props) {
  const t = useTranslations('person.members');
  const words = useTranslations('person.role');
  return (
    <>
      <ChoiceGroup
        label={t('role')}
        layout="column"
        choices={choices.roles.map((value) => ({ value, label: words(value), hint: words(`${value}Does`) }))}
        {...form.field('role')}
      />
      {form.values.role === 'startup' && (
        <Select
          label={t('startup')}
          required
          emptyLabel={t('chooseStartup')}
          options={choices.startups}
          {...form.field('startupId')}
        />
      )}
    </>
  );
}
