'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import type { ComboboxOption } from '@/components/ui/combobox-filter';
import { DateInput, TimeInput } from '@/components/ui/date-input';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { CURRENCIES } from '@/lib/core/currencies';
import { formatDateTime } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import { zonedToInstant } from '@/lib/core/zones';

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

/** One time of the venue as both places read it, so that a day that differs is seen before it goes wrong. */
function ZonePreview({ venueZone, homeZone, day }: { venueZone: string; homeZone: string; day: string }) {
  const t = useTranslations('program.form');
  const locale = useLocale();
  const [at, setAt] = useState({ day, time: '14:30' });
  const valid = parseDay(at.day);
  const found = valid && at.time && venueZone && homeZone ? zonedToInstant(valid, at.time, venueZone) : null;
  return (
    <fieldset className="grid gap-3 border-s-2 border-line-2 ps-4">
      <legend className="float-start pb-1 text-sm font-medium">{t('previewTitle')}</legend>
      <div className="clear-both flex flex-wrap gap-3">
        <DateInput
          label={t('previewDay')}
          labelHidden
          value={at.day}
          onChange={(event) => setAt({ ...at, day: event.target.value })}
        />
        <TimeInput
          label={t('previewTime')}
          labelHidden
          value={at.time}
          onChange={(event) => setAt({ ...at, time: event.target.value })}
        />
      </div>
      <p role="status" className="tabular-nums">
        {found?.kind === 'gap' && t('previewGap')}
        {found && found.kind !== 'gap' && (
          <>
            {t('preview', {
              venue: formatDateTime(found.instant, venueZone, locale),
              home: formatDateTime(found.instant, homeZone, locale),
            })}
            {found.kind === 'overlap' && <span className="block text-ink-2">{t('previewTwice')}</span>}
          </>
        )}
      </p>
    </fieldset>
  );
}
