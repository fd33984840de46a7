'use client';

import { useTranslations } from 'next-intl';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { createApiTokenAction } from '@/lib/token/actions';
import { DEFAULT_DAYS } from '@/lib/token/schema';

const DAYS = [7, 30, DEFAULT_DAYS, 180, 365];

export type TokenProgram = { id: string; name: string };
type Props = { programs: readonly TokenProgram[]; onMade: (key: string) => void; onClose: () => void };

/** What a token is for, what it may do and where, and until when. */
export function TokenForm({ programs, onMade, onClose }: Props) {
  const t = useTranslations('token');
  const common = useTranslations('common');
  const form = useForm({
    initial: { name: '', access: 'read', days: String(DEFAULT_DAYS), programs: [] as string[] },
    send: ({ days, ...wanted }) => createApiTokenAction({ ...wanted, days: Number(days) }),
    done: ({ key }: { key: string | null }) => onMade(key ?? ''),
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
        name="name"
        required
        maxLength={80}
        autoComplete="off"
        value={values.name}
        error={form.error('name')}
        onChange={(event) => form.set('name', event.target.value)}
      />
      <ChoiceGroup
        label={t('access')}
        name="access"
        value={values.access}
        choices={[
          { value: 'read', label: t('readOnly') },
          { value: 'write', label: t('readWrite') },
        ]}
        error={form.error('access')}
        onChange={(event) => form.set('access', event.target.value)}
      />
      <Select
        label={t('days')}
        hint={t('expiryText')}
        name="days"
        value={values.days}
        options={DAYS.map((count) => ({ value: String(count), label: t('daysCount', { count }) }))}
        error={form.error('days')}
        onChange={(event) => form.set('days', event.target.value)}
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
      <div className="flex justify-end gap-2 max-sm:[&>*]:flex-1">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button type="submit" tone="primary" busy={form.busy}>
          {t('make')}
        </Button>
      </div>
    </form>
  );
}
