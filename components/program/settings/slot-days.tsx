'use client';

import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import type { ClockTime } from '@/components/ui/clock-input';
import { Panel } from '@/components/ui/panel';
import { useToast } from '@/components/ui/toast';
import { clearRange, formatDay, formatRange, zoneName } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { dayInZone, typedTime } from '@/lib/core/zones';
import { programOperations } from '@/lib/program/operations';
import type { SlotItem, StageSetting } from '@/lib/program/schema/settings';

type Props = {
  slots: readonly SlotItem[];
  stages: readonly StageSetting[];
  homeZone: string;
  canEdit: boolean;
};

/** The grid by stage and day of the stage's zone, as the venue reads it; home's hours beside where they differ. */
export function SlotDays({ slots, stages, homeZone, canEdit }: Props) {
  const t = useTranslations('program.slots');
  const names = useTranslations('pair.stage');
  const locale = useLocale();
  const zoneOf = (stage: string) => stages.find((each) => each.stage === stage)?.timeZone ?? homeZone;
  const days = Map.groupBy(slots, (slot) => {
    return `${slot.stage} ${dayInZone(new Date(slot.startsAt), zoneOf(slot.stage))}`;
  });
  return [...days.values()].map((list) => {
    const [first, last] = [list[0], list.at(-1)];
    if (!first || !last) return null;
    const zone = zoneOf(first.stage);
    const start = new Date(first.startsAt);
    const day = formatDay(dayInZone(start, zone), locale);
    const title = t('caption', { stage: names(first.stage), day });
    return (
      <Panel
        key={`${first.stage} ${first.startsAt}`}
        look="plain"
        level={3}
        title={`${title} ${zoneName(start, zone)}`}
        note={[
          t('countOf', { count: list.length }),
          ...(zone === homeZone ? [] : [formatDayRange(start, new Date(last.endsAt), homeZone, locale)]),
        ].join(' · ')}
      >
        <SlotChips
          canEdit={canEdit}
          dayLabel={title}
          slots={list.map((slot) => ({
            id: slot.id,
            stage: slot.stage,
            day: dayInZone(new Date(slot.startsAt), zone),
            start: typedTime(new Date(slot.startsAt), zone),
            minutes: (Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / 60_000,
            range: clearRange(new Date(slot.startsAt), new Date(slot.endsAt), zone),
          }))}
        />
      </Panel>
    );
  });
}

type Chip = Pick<SlotItem, 'id' | 'stage'> & {
  day: string;
  start: ClockTime;
  minutes: number;
  range: string;
};

/** One day's slots; each can be taken out and put back, the whole day after a question. */
function SlotChips({
  slots,
  dayLabel,
  canEdit,
}: {
  slots: readonly Chip[];
  dayLabel: string;
  canEdit: boolean;
}) {
  const t = useTranslations('program.slots');
  const toast = useToast();
  const adding = useOperation(programOperations.addSlots, { tells: 'toast' });
  const removing = useOperation(programOperations.removeSlots, { tells: 'toast' });
  const [asking, setAsking] = useState(false);
  const putBack = async ({ stage, day, start, minutes }: Chip) => {
    const from = { firstStart: start.time, isSecond: start.isSecond };
    const answer = await adding.run({ stage, day, ...from, minutes, breakMinutes: 0, count: 1 });
    if (answer.ok) toast({ text: t('added', { count: answer.value.slots.length }) });
  };
  const remove = async (list: readonly Chip[]) => {
    const answer = await removing.run({ slotIds: list.map(({ id }) => id) });
    if (!answer.ok) return false;
    const text = t('removed', { count: answer.value.removed.length });
    const [only] = list;
    toast(list.length === 1 && only ? { text, undo: () => putBack(only) } : { text });
    return true;
  };
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

/** From when to when with its date, in one zone: `2023. 4. 28. 09:00–16:25 EDT`. */
export function formatDayRange(start: Date, end: Date, zone: string, locale: Locale): string {
  const range = formatRange(start, end, zone, locale);
  if (dayInZone(start, zone) !== dayInZone(end, zone)) return range;
  return `${formatDay(dayInZone(start, zone), locale)}${locale === 'en' ? ',' : ''} ${range}`;
}
