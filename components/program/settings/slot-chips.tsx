'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '@/components/form/use-act';
import { Button } from '@/components/ui/button';
import type { ClockTime } from '@/components/ui/clock-input';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { addSlotsAction, removeSlotsAction } from '@/lib/program/actions';

type Chip = { id: string; stage: string; day: string; start: ClockTime; minutes: number; range: string };
type Props = { slug: string; slots: readonly Chip[]; dayLabel: string; canEdit: boolean };

/** One day's slots; each can be taken out and put back, the whole day after a question. */
export function SlotChips({ slug, slots, dayLabel, canEdit }: Props) {
  const t = useTranslations('program.slots');
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const putBack = async (slot: Chip) => {
    const { stage, day, start, minutes } = slot;
    const from = { firstStart: start.time, isSecond: start.isSecond };
    await act(
      (key) => addSlotsAction(slug, { stage, day, ...from, minutes, breakMinutes: 0, count: 1 }, key),
      ({ slots: back }) => ({ text: t('added', { count: back.length }) }),
    );
  };
  const remove = (list: readonly Chip[]) =>
    act(
      (key) => removeSlotsAction(slug, { slotIds: list.map(({ id }) => id) }, key),
      ({ removed }) => {
        const [only] = list;
        const text = t('removed', { count: removed.length });
        return list.length === 1 && only ? { text, undo: () => putBack(only) } : { text };
      },
    );
  return (
    <div className="grid gap-3">
      <ul className="flex flex-wrap gap-2">
        {slots.map((slot) => (
          <li
            key={slot.id}
            className="flex min-h-8 items-center rounded-md border border-line px-3 tabular-nums"
          >
            {slot.range}
            {canEdit && (
              <button
                type="button"
                aria-label={t('remove', { range: slot.range })}
                className="-me-3 grid size-8 place-items-center rounded-md text-ink-2 hover:bg-surface-2 hover:text-ink pointer-coarse:size-11"
                onClick={() => void remove([slot])}
              >
                <X aria-hidden="true" size={14} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {canEdit && slots.length > 1 && (
        <div>
          <Button size="sm" tone="quiet" onClick={() => setAsking(true)}>
            {t('removeDay')}
            <span className="sr-only"> {dayLabel}</span>
          </Button>
          <ConfirmDialog
            open={asking}
            onClose={() => setAsking(false)}
            title={t('removeDayOf', { day: dayLabel })}
            confirmLabel={t('removeDay')}
            tone="danger"
            onConfirm={() => remove(slots)}
          />
        </div>
      )}
    </div>
  );
}
