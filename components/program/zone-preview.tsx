'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { DateInput, TimeInput } from '@/components/ui/date-input';
import { formatDateTime, parseDay, zonedToInstant } from '@/lib/core/dates';

type Props = { venueZone: string; homeZone: string; day: string };

/** One time of the venue as both places read it, so that a day that differs is seen before it goes wrong. */
export function ZonePreview({ venueZone, homeZone, day }: Props) {
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
