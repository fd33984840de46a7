'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { formatNumber } from '@/lib/core/dates';
import type { RepairAnswer } from '@/lib/timetable/schema/questions';
import { DifferenceList } from '../compare/difference-words';
import type { Place } from './change-form';

type Props = {
  answer: RepairAnswer;
  place: Place;
  chosen: number | null;
  onChoose: (option: number) => void;
};

/** One line a way to go on: how many it moves, and what it is worth. */
export function RepairOptions({ answer, place, chosen, onChoose }: Props) {
  const t = useTranslations('timetable-grid.repair');
  if (answer.options.length === 0) return <p>{t('none')}</p>;
  const n = (value: number) => formatNumber(value);
  return (
    <fieldset className="grid max-w-3xl gap-0">
      <legend className="sr-only">{t('options')}</legend>
      {answer.options.map((option) => (
        <div key={option.option} className="grid gap-1 border-t border-line py-2">
          <label className="flex min-h-8 cursor-pointer items-start gap-3 pointer-coarse:min-h-11">
            <input
              type="radio"
              name="option"
              className="mt-1 size-4 accent-action"
              checked={option.option === chosen}
              onChange={() => onChoose(option.option)}
            />
            <span className="grid min-w-0 flex-1">
              <span className="flex flex-wrap items-baseline gap-x-2">
                <b>{t('moves', { moved: option.moved, of: n(option.ofMeetings) })}</b>
                {option.provedMinimal && <Badge tone="done">{t('minimal')}</Badge>}
              </span>
              <span className="text-sm text-ink-2 tabular-nums">
                {t('worth', {
                  cancelled: option.cancelled,
                  added: option.added,
                  placed: n(option.placed),
                  weight: n(option.weight),
                })}
              </span>
            </span>
          </label>
          <details className="ps-7">
            <summary className="text-sm text-ink-2 pointer-coarse:min-h-11">
              {t('each', { count: option.items.length })}
            </summary>
            <DifferenceList
              items={option.items}
              slots={place.slots}
              tables={place.tables}
              setup={place.setup}
            />
          </details>
        </div>
      ))}
    </fieldset>
  );
}
