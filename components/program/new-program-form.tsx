'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { FormButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import type { ComboboxOption } from '@/components/ui/combobox-filter';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { programOperations } from '@/lib/program/operations';
import { slugOf } from '@/lib/program/rules';
import { ProgramFields } from './program-fields';

const EMPTY = {
  name: '',
  nameEn: '',
  slug: '',
  venue: '',
  venueEn: '',
  homeZone: 'Asia/Seoul',
  venueZone: 'America/New_York',
  baseCurrency: 'KRW',
  asOfDefault: '',
};

export function NewProgramForm({ zones, day }: { zones: readonly ComboboxOption[]; day: string }) {
  const t = useTranslations('program.form');
  const router = useRouter();
  const toast = useToast();
  const form = useForm({
    initial: EMPTY,
    operation: programOperations.createProgram,
    input: (values) => ({ ...values, asOfDefault: values.asOfDefault || null }),
    done: ({ slug }) => {
      toast({ text: t('created') });
      router.push(`/programs/${slug}/setup`);
    },
  });
  const { values, set, error } = form;
  // The address follows the English name until somebody writes their own.
  const followsName = values.slug === slugOf(values.nameEn);
  return (
    <form {...form.props} className="grid max-w-2xl gap-5">
      <FormProblems errors={form.problems} failed={form.failed} />
      <ProgramFields
        values={values}
        set={(field, value) => {
          set(field, value);
          if (field === 'nameEn' && followsName) set('slug', slugOf(value));
        }}
        error={error}
        zones={zones}
        day={day}
      />
      <TextInput
        label={t('slug')}
        hint={t('slugHint')}
        required
        maxLength={60}
        autoCapitalize="none"
        spellCheck={false}
        name="slug"
        value={values.slug}
        error={error('slug')}
        onChange={(event) => set('slug', event.target.value)}
      />
      <FormButtons save={t('create')} cancel={t('cancel')} cancelHref="/programs" busy={form.busy} />
    </form>
  );
}
