'use client';

import { useLocale } from 'next-intl';
import { useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { FieldNotes } from '@/components/ui/field';
import { formatTime, zoneName } from '@/lib/core/dates';
import type { TimetableGrid } from '@/lib/timetable/schema/grid';
import { daysOf } from '../grid/grid-model';
import { dayName } from '../names';

type Props = Pick<TimetableGrid, 'slots' | 'setup'> & {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  chosen: readonly string[];
  onChange: (slotIds: readonly string[]) => void;
};

/** Some of the slots, day by day. */
export function SlotChecks({ label, hint, error, slots, setup, chosen, onChange }: Props) {
  const locale = useLocale();
  const id = useId();
  return (
    <fieldset className="grid gap-2" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="pb-1 text-sm font-medium">{label}</legend>
      {daysOf(slots).map(({ day }) => (
        <div key={day} className="grid gap-1">
          <p className="text-sm text-ink-2">{dayName(day, locale)}</p>
          <div className="flex flex-wrap gap-x-4 gap-y-1">
            {slots
              .filter((slot) => slot.day === day)
              .map((slot) => {
                const start = new Date(slot.startsAt);
                return (
                  <Checkbox
                    key={slot.id}
                    label={`${formatTime(start, setup.zone)} ${zoneName(start, setup.zone)}`}
                    checked={chosen.includes(slot.id)}
                    onChange={(event) =>
                      onChange(
                        event.target.checked
                          ? [...chosen, slot.id]
                          : chosen.filter((each) => each !== slot.id),
                      )
                    }
                  />
                );
              })}
          </div>
        </div>
      ))}
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}
