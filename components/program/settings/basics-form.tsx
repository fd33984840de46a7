'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ComboboxOption } from '@/components/ui/combobox-filter';
import { useToast } from '@/components/ui/toast';
import { editProgramAction } from '@/lib/program/actions';
import { ConflictPanel } from '../form/conflict-panel';
import { FormButtons } from '../form/form-buttons';
import { FormProblems } from '../form/form-problems';
import { useEdit } from '../form/use-edit';
import { ProgramFields } from '../program-fields';
import {
  type Basics,
  type BasicsRecord,
  fromRecord,
  LIMITS,
  misread,
  resultInForm,
  toRecord,
} from './basics-values';
import { LimitField } from './limit-field';

type Props = {
  slug: string;
  version: number;
  initial: BasicsRecord;
  zones: readonly ComboboxOption[];
  day: string;
};

export function BasicsForm({ slug, version, initial, zones, day }: Props) {
  const t = useTranslations('program.form');
  const locale = useLocale();
  const toast = useToast();
  const form = useEdit<Basics, { version: number }>({
    initial: fromRecord(initial, locale),
    version,
    send: async ({ changes, base, version: read }) => {
      const currency = changes.baseCurrency ?? initial.baseCurrency;
      const message = t('limitMisread');
      const errors = misread(changes, currency).map((limit) => ({
        ...{ reason: 'misread', field: [limit], message },
      }));
      if (errors.length > 0) return { ok: false, errors };
      const patch = { changes: toRecord(changes, currency), base: toRecord(base, initial.baseCurrency) };
      return resultInForm(await editProgramAction(slug, { version: read, ...patch }), locale);
    },
    done: () => toast({ text: t('saved') }),
  });
  return (
    <form {...form.props} className="grid max-w-2xl gap-5">
      {form.conflicts.length === 0 && <FormProblems errors={form.problems} failed={form.failed} />}
      <ConflictPanel
        conflicts={form.conflicts}
        mine={form.values}
        label={(field) => t(field as keyof Basics)}
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
      {LIMITS.map((limit) => (
        <LimitField
          key={limit}
          field={limit}
          value={form.values[limit]}
          currency={form.values.baseCurrency}
          error={form.error(limit)}
          onChange={(text) => form.set(limit, text)}
        />
      ))}
      <FormButtons save={t('save')} busy={form.busy} />
    </form>
  );
}
