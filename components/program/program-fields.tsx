'use client';

import { useTranslations } from 'next-intl';
import { Combobox } from '@/components/ui/combobox';
import type { ComboboxOption } from '@/components/ui/combobox-filter';
import { DateInput } from '@/components/ui/date-input';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { CURRENCIES } from '@/lib/core/money';
import { ZonePreview } from './zone-preview';

export type ProgramValues = {
  name: string;
  nameEn: string;
  venue: string;
  venueEn: string;
  homeZone: string;
  venueZone: string;
  baseCurrency: string;
  asOfDefault: string;
};
type Props = {
  values: ProgramValues;
  set: <K extends keyof ProgramValues>(field: K, value: ProgramValues[K]) => void;
  error: (field: string) => string | undefined;
  zones: readonly ComboboxOption[];
  /** The day the preview of the zones opens at. */
  day: string;
  /** Changes when values come from elsewhere than the keyboard. */
  stamp?: number;
};

/** Names, places, clocks and money of a program. */
export function ProgramFields({ values, set, error, zones, day, stamp = 0 }: Props) {
  const t = useTranslations('program.form');
  const text = (field: 'name' | 'nameEn' | 'venue' | 'venueEn', required = false) => (
    <TextInput
      label={t(field)}
      note={required ? undefined : t('optional')}
      required={required}
      maxLength={field === 'name' || field === 'nameEn' ? 120 : 200}
      lang={field.endsWith('En') ? 'en' : 'ko'}
      name={field}
      value={values[field]}
      error={error(field)}
      onChange={(event) => set(field, event.target.value)}
    />
  );
  const zone = (field: 'homeZone' | 'venueZone') => (
    <Combobox
      key={`${field} ${stamp}`}
      label={t(field)}
      hint={field === 'homeZone' ? t('homeZoneHint') : undefined}
      placeholder={t('zonePlaceholder')}
      required
      options={zones}
      defaultValue={values[field]}
      error={error(field)}
      onChange={(value) => set(field, value)}
    />
  );
  return (
    <div className="grid gap-5">
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        {text('name', true)}
        {text('nameEn')}
        {text('venue')}
        {text('venueEn')}
        {zone('venueZone')}
        {zone('homeZone')}
      </div>
      <ZonePreview venueZone={values.venueZone} homeZone={values.homeZone} day={day} />
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <Select
          label={t('baseCurrency')}
          options={Object.keys(CURRENCIES).map((code) => ({ value: code, label: code }))}
          name="baseCurrency"
          value={values.baseCurrency}
          error={error('baseCurrency')}
          onChange={(event) => set('baseCurrency', event.target.value)}
        />
        <DateInput
          label={t('asOfDefault')}
          note={t('optional')}
          hint={t('asOfDefaultHint')}
          name="asOfDefault"
          value={values.asOfDefault}
          error={error('asOfDefault')}
          onChange={(event) => set('asOfDefault', event.target.value)}
        />
      </div>
    </div>
  );
}
