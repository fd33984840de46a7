'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConflictPanel } from '@/components/form/conflict-panel';
import { FormButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useEdit } from '@/components/form/use-edit';
import type { ComboboxOption } from '@/components/ui/combobox-filter';
import { useToast } from '@/components/ui/toast';
import { isAboutSize } from '@/lib/amount/rules/size';
import { editProgramAction } from '@/lib/program/actions';
import { ProgramFields } from '../program-fields';
import {
  type Basics,
  type BasicsRecord,
  fromRecord,
  LIMITS,
  type Limit,
  problemOfLimit,
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
  const saved = fromRecord(initial, locale);
  // The limit of unusual size that was said to be right, as it was typed.
  const [confirmed, setConfirmed] = useState<Partial<Record<Limit, string>>>({});
  const size = useTranslations('error.money');
  const problemsOf = (changes: Partial<Basics>, currency: string) =>
    LIMITS.flatMap((limit) => {
      const typed = changes[limit];
      if (typed === undefined) return [];
      const reason = problemOfLimit(typed, currency, confirmed[limit] === typed);
      if (reason === null) return [];
      const message = isAboutSize(reason) ? size(reason) : t(reason, { currency });
      return [{ reason, field: [limit], message }];
    });
  const askedOf = (limit: Limit) =>
    form.errors.find(({ reason, field }) => field.at(-1) === limit && isAboutSize(reason))?.message;
  const form = useEdit<Basics, { version: number }>({
    initial: saved,
    version,
    send: async ({ changes, base, version: read }) => {
      const currency = changes.baseCurrency ?? initial.baseCurrency;
      const errors = problemsOf(changes, currency);
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
          isChanged={form.values[limit] !== saved[limit]}
          error={askedOf(limit) ? undefined : form.error(limit)}
          asked={askedOf(limit)}
          confirmed={confirmed[limit] === form.values[limit]}
          onChange={(text) => form.set(limit, text)}
          onConfirm={(isRight) =>
            setConfirmed((before) => ({ ...before, [limit]: isRight ? form.values[limit] : undefined }))
          }
        />
      ))}
      <FormButtons save={t('save')} busy={form.busy} />
    </form>
  );
}
