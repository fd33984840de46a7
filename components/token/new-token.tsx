'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DialogButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { ShownOnce } from '@/components/form/shown-once';
import { useForm } from '@/components/form/use-form';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { tokenOperations } from '@/lib/token/operations';
import { type ApiTokenItem, DEFAULT_DAYS } from '@/lib/token/schema';

const DAYS = [7, 30, DEFAULT_DAYS, 180, 365];
const ACCESS = ['read', 'write'] as const satisfies ApiTokenItem['access'][];
const EMPTY = {
  name: '',
  access: 'read' as Access,
  days: String(DEFAULT_DAYS),
  programs: [] as string[],
  assistantWrites: false,
};
type Access = (typeof ACCESS)[number];

export type TokenProgram = { id: string; name: string };
type Props = { programs: readonly TokenProgram[]; onClose: () => void };

/** First what it is for, then the key: once, with a button that copies it. */
export function NewTokenDialog({ programs, onClose }: Props) {
  const t = useTranslations('token');
  const [made, setMade] = useState<string | null>(null);
  return (
    <Dialog open onClose={onClose} title={made ? t('madeTitle') : t('addTitle')} locked={made !== null}>
      {made ? (
        <ShownOnce label={t('key')} warning={t('madeText')} kept={t('kept')} value={made} onClose={onClose} />
      ) : (
        <TokenForm programs={programs} onMade={setMade} onClose={onClose} />
      )}
    </Dialog>
  );
}

/** What a token is for, what it may do and where, and until when. */
function TokenForm({ programs, onMade, onClose }: Props & { onMade: (key: string) => void }) {
  const t = useTranslations('token');
  const form = useForm({
    initial: EMPTY,
    operation: tokenOperations.createApiToken,
    input: ({ days, ...wanted }) => ({ ...wanted, days: Number(days) }),
    done: ({ key }) => onMade(key),
  });
  const { values } = form;
  const choose = (id: string, isChosen: boolean) =>
    form.set('programs', isChosen ? [...values.programs, id] : values.programs.filter((one) => one !== id));
  return (
    <form {...form.props} className="grid gap-5 pb-5">
      <FormProblems errors={form.problems} failed={form.failed} />
      <TextInput
        label={t('name')}
        hint={t('nameHint')}
        required
        maxLength={80}
        autoComplete="off"
        {...form.field('name')}
      />
      <ChoiceGroup
        label={t('access')}
        choices={ACCESS.map((value) => ({ value, label: t(value === 'read' ? 'readOnly' : 'readWrite') }))}
        {...form.field('access')}
      />
      {values.access === 'write' && (
        <Checkbox
          label={t('assistantWrites')}
          hint={t('assistantHint')}
          checked={values.assistantWrites}
          onChange={(event) => form.set('assistantWrites', event.target.checked)}
        />
      )}
      <Select
        label={t('days')}
        hint={t('expiryText')}
        options={DAYS.map((count) => ({ value: String(count), label: t('daysCount', { count }) }))}
        {...form.field('days')}
      />
      {programs.length > 1 && (
        <fieldset className="grid gap-1">
          <legend className="pb-1 font-bold">{t('programs')}</legend>
          <p className="text-sm text-ink-2">{t('programsHint')}</p>
          <div className="max-h-52 overflow-y-auto">
            {programs.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={values.programs.includes(id)}
                onChange={(event) => choose(id, event.target.checked)}
              />
            ))}
          </div>
          {form.error('programs') && <p className="text-sm text-danger">{form.error('programs')}</p>}
        </fieldset>
      )}
      <DialogButtons save={t('make')} busy={form.busy} onCancel={onClose} />
    </form>
  );
}
