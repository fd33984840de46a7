'use client';

import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { Chips } from '@/components/ui/chips';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { SECTORS } from '@/lib/startup/schema';

export type InvestorValues = {
  name: string;
  city: string;
  focus: string[];
  summary: string;
  website: string;
};
type Props = {
  values: InvestorValues;
  set: <K extends keyof InvestorValues>(field: K, value: InvestorValues[K]) => void;
  error: (field: string) => string | undefined;
  first?: Ref<HTMLInputElement>;
};

export function InvestorFields({ values, set, error, first }: Props) {
  const t = useTranslations('investor.form');
  const sectors = useTranslations('startup.sector');
  return (
    <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
      <TextInput
        ref={first}
        label={t('name')}
        hint={t('nameHint')}
        required
        maxLength={120}
        name="name"
        value={values.name}
        error={error('name')}
        onChange={(event) => set('name', event.target.value)}
      />
      <TextInput
        label={t('city')}
        note={t('optional')}
        maxLength={80}
        name="city"
        value={values.city}
        error={error('city')}
        onChange={(event) => set('city', event.target.value)}
      />
      <Chips
        label={t('focus')}
        name="focus"
        className="sm:col-span-2"
        chips={SECTORS.map((sector) => ({ value: sector, label: sectors(sector) }))}
        addLabel={t('addFocus')}
        addMaxLength={60}
        defaultValues={values.focus}
        error={error('focus')}
        onChange={(focus) => set('focus', focus)}
      />
      <TextArea
        label={t('summary')}
        note={t('optional')}
        className="sm:col-span-2"
        rows={4}
        maxLength={2000}
        name="summary"
        value={values.summary}
        error={error('summary')}
        onChange={(event) => set('summary', event.target.value)}
      />
      <TextInput
        label={t('website')}
        note={t('optional')}
        type="url"
        inputMode="url"
        placeholder="https://"
        maxLength={500}
        name="website"
        value={values.website}
        error={error('website')}
        onChange={(event) => set('website', event.target.value)}
      />
    </div>
  );
}
