'use client';

import { useTranslations } from 'next-intl';
import { DialogButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { KeyDialog } from '@/components/form/key-dialog';
import { useForm } from '@/components/form/use-form';
import { CheckList } from '@/components/ui/check-list';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceGroup } from '@/components/ui/choice-group';
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
  const words = {
    add: t('addTitle'),
    made: t('madeTitle'),
    label: t('key'),
    warning: t('madeText'),
    kept: t('kept'),
  };
  return (
    <KeyDialog words={words} onClose={onClose}>
      {(onMade) => <TokenForm programs={programs} onMade={onMade} onClose={onClose} />}
    </KeyDialog>
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
        <CheckList
          label={t('programs')}
          hint={t('programsHint')}
          choices={programs.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={values.programs}
          onChange={(chosen) => form.set('programs', chosen)}
          error={form.error('programs')}
        />
      )}
      <DialogButtons save={t('make')} busy={form.busy} onCancel={onClose} />
    </form>
  );
}
