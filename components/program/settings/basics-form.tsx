'use client';

import { useTranslations } from 'next-intl';
import type { ComboboxOption } from '@/components/ui/combobox-filter';
import { useToast } from '@/components/ui/toast';
import { editProgramAction } from '@/lib/program/actions';
import { ConflictPanel } from '../form/conflict-panel';
import { FormButtons } from '../form/form-buttons';
import { FormProblems } from '../form/form-problems';
import { useEdit } from '../form/use-edit';
import { ProgramFields, type ProgramValues } from '../program-fields';

type Props = {
  slug: string;
  version: number;
  initial: ProgramValues;
  zones: readonly ComboboxOption[];
  day: string;
};

/** An empty date means none. */
const unset = (values: Partial<ProgramValues>) =>
  'asOfDefault' in values ? { ...values, asOfDefault: values.asOfDefault || null } : values;

export function BasicsForm({ slug, version, initial, zones, day }: Props) {
  const t = useTranslations('program.form');
  const toast = useToast();
  const form = useEdit({
    initial,
    version,
    send: ({ changes, base, version: read }) =>
      editProgramAction(slug, { version: read, changes: unset(changes), base: unset(base) }),
    done: () => toast({ text: t('saved') }),
  });
  return (
    <form {...form.props} className="grid max-w-2xl gap-5">
      {form.conflicts.length === 0 && <FormProblems errors={form.problems} failed={form.failed} />}
      <ConflictPanel
        conflicts={form.conflicts}
        mine={form.values}
        label={(field) => t(field as keyof ProgramValues)}
        onTheirs={form.takeTheirs}
      />
      <ProgramFields
        values={form.values}
        set={form.set}
        error={form.error}
        zones={zones}
        day={day}
        stamp={form.stamp}
      />
      <FormButtons save={t('save')} busy={form.busy} />
    </form>
  );
}
