'use client';

import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { SECTORS } from '@/lib/startup/schema';

export type StartupValues = {
  name: string;
  nameEn: string;
  sector: string;
  summary: string;
  summaryEn: string;
  website: string;
};
type Props = {
  values: StartupValues;
  set: <K extends keyof StartupValues>(field: K, value: StartupValues[K]) => void;
  error: (field: string) => string | undefined;
  first?: Ref<HTMLInputElement>;
};

export function StartupFields({ values, set, error, first }: Props) {
  const t = useTranslations('startup.form');
  const sectors = useTranslations('startup.sector');
  const area = (field: 'summary' | 'summaryEn') => (
    <TextArea
      label={t(field)}
      note={t('optional')}
      rows={5}
      maxLength={2000}
      lang={field === 'summaryEn' ? 'en' : 'ko'}
      name={field}
      value={values[field]}
      error={error(field)}
      onChange={(event) => set(field, event.target.value)}
    />
  );
  return (
    <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
      <TextInput
        ref={first}
        label={t('name')}
        required
        maxLength={120}
        name="name"
        value={values.name}
        error={error('name')}
        onChange={(event) => set('name', event.target.value)}
      />
      <TextInput
        label={t('nameEn')}
        note={t('optional')}
        hint={t('nameEnHint')}
        lang="en"
        maxLength={120}
        name="nameEn"
        value={values.nameEn}
        error={error('nameEn')}
        onChange={(event) => set('nameEn', event.target.value)}
      />
      <Select
        label={t('sector')}
        required
        emptyLabel={t('chooseSector')}
        options={SECTORS.map((sector) => ({ value: sector, label: sectors(sector) }))}
        name="sector"
        value={values.sector}
        error={error('sector')}
        onChange={(event) => set('sector', event.target.value)}
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
      {area('summary')}
      {area('summaryEn')}
    </div>
  );
}
