'use client';

import { useTranslations } from 'next-intl';
import { ClockInput, type ClockTime } from '@/components/ui/clock-input';
import { DateInput } from '@/components/ui/date-input';
import { zoneName } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import { instantsOf } from '@/lib/core/zones';

export type When = ClockTime & { day: string };
export const NOW: When = { day: '', time: '', isSecond: false };
type Props = {
  value: When;
  zone: string;
  error?: string | undefined;
  onChange: (when: When) => void;
};

/** When something happened, if not now: both empty means now. */
export function WhenFields({ value, zone, error, onChange }: Props) {
  const t = useTranslations('pair.pipeline.move');
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1 text-sm font-medium">{t('when')}</legend>
      <p className="text-sm text-ink-2">{t('whenHint', { zone: zoneName(new Date(), zone) })}</p>
      <div className="grid grid-cols-2 gap-2">
        <DateInput
          label={t('whenDay')}
          value={value.day}
          error={error}
          onChange={(event) => onChange({ ...value, day: event.target.value })}
        />
        <ClockInput
          label={t('whenTime')}
          value={value}
          instants={instantsOfWhen(value, zone)}
          isWhole={!isNow(value)}
          zone={zone}
          onChange={(time) => onChange({ ...value, ...time })}
        />
      </div>
    </fieldset>
  );
}

/** Without a day. */
export function isNow({ day }: When): boolean {
  return parseDay(day) === null;
}

/** A day without a time is its noon. Nothing for "now", and for a time that the clocks skip. */
function instantsOfWhen({ day, time }: When, zone: string): readonly Date[] {
  const date = parseDay(day);
  return date ? instantsOf(date, time || '12:00', zone) : [];
}

/** The instant as ISO; null for "now" and for a time that the clocks skip. */
export function instantOf(when: When, zone: string): string | null {
  const instants = instantsOfWhen(when, zone);
  return (instants[when.isSecond ? 1 : 0] ?? instants[0])?.toISOString() ?? null;
}
