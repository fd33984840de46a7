'use client';

import { useTranslations } from 'next-intl';
import { DateInput, TimeInput } from '@/components/ui/date-input';
import { parseDay } from '@/lib/core/days';
import { zonedToInstant } from '@/lib/core/zones';

export type When = { day: string; time: string };
type Props = { value: When; zoneText: string; error?: string | undefined; onChange: (when: When) => void };

/** When something happened, if not now: both empty means now. */
export function WhenFields({ value, zoneText, error, onChange }: Props) {
  const t = useTranslations('pair.page');
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1 text-sm font-medium">{t('when')}</legend>
      <p className="text-sm text-ink-2">{t('whenHint', { zone: zoneText })}</p>
      <div className="grid grid-cols-2 gap-2">
        <DateInput
          label={t('whenDay')}
          value={value.day}
          error={error}
          onChange={(event) => onChange({ ...value, day: event.target.value })}
        />
        <TimeInput
          label={t('whenTime')}
          value={value.time}
          onChange={(event) => onChange({ ...value, time: event.target.value })}
        />
      </div>
    </fieldset>
  );
}

/** The instant as ISO; null for "now". A day without a time is its noon. */
export function instantOf({ day, time }: When, zone: string): string | null {
  const date = parseDay(day);
  return date ? zonedToInstant(date, time || '12:00', zone).instant.toISOString() : null;
}
