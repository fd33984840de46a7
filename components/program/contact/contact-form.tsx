'use client';

import { useTranslations } from 'next-intl';
import { FormProblems } from '@/components/form/form-problems';
import type { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { TextInput } from '@/components/ui/text-input';
import type { ContactItem } from '@/lib/program/queries/contacts';

export type ContactValues = {
  name: string;
  nameEn: string;
  title: string;
  email: string;
  phone: string;
  consent: boolean;
};
type Form = Pick<
  ReturnType<typeof useForm<ContactValues, unknown>>,
  'props' | 'values' | 'set' | 'error' | 'problems' | 'failed' | 'busy'
> & { submit: () => Promise<unknown> };
type Props = {
  form: Form;
  /** The contact whose data is hidden: an empty field leaves it as it is. */
  masked: ContactItem | null;
  onCancel: () => void;
};

export function ContactForm({ form, masked, onCancel }: Props) {
  const t = useTranslations('program.contact');
  const common = useTranslations('common');
  const { values, set, error } = form;
  const text = (field: 'name' | 'nameEn' | 'title' | 'email' | 'phone', label: string, max: number) => {
    const hidden = (field === 'email' || field === 'phone') && masked?.[field];
    return (
      <TextInput
        label={label}
        required={field === 'name'}
        note={field === 'name' ? undefined : common('optional')}
        type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
        maxLength={max}
        autoComplete="off"
        placeholder={hidden || undefined}
        hint={hidden ? t('keep', { value: hidden }) : undefined}
        name={field}
        value={values[field]}
        error={error(field)}
        onChange={(event) => set(field, event.target.value)}
      />
    );
  };
  return (
    <form {...form.props} className="grid gap-4 pb-5">
      <FormProblems errors={form.problems} failed={form.failed} />
      <div className="grid gap-4 sm:grid-cols-2">
        {text('name', t('name'), 80)}
        {text('nameEn', t('nameEn'), 80)}
        {text('title', t('post'), 80)}
        {text('email', t('email'), 254)}
        {text('phone', t('phone'), 40)}
      </div>
      <Checkbox
        label={t('consent')}
        hint={t('consentHint')}
        name="consent"
        checked={values.consent}
        onChange={(event) => set('consent', event.target.checked)}
      />
      <div className="flex justify-end gap-2 max-sm:[&>*]:flex-1">
        <Button onClick={onCancel} disabled={form.busy}>
          {common('cancel')}
        </Button>
        <Button type="submit" tone="primary" busy={form.busy}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
