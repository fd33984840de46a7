'use client';

import { Lock, LockOpen } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { clearTime, dayInZone, daysBetween, zoneName } from '@/lib/core/dates';
import type { TimetableGrid } from '@/lib/timetable/schema/grid';
import { dayName } from '../names';
import { daysOf } from './grid-model';

type Props = {
  grid: TimetableGrid;
  corner: string;
  /** Meetings of each slot, and whether all of them are locked. */
  slotState: (slotId: string) => { count: number; isLocked: boolean };
  onLock?: ((slotId: string) => void) | undefined;
};

/** Days, then slots: the time at the place in bold, the other place's below. */
export function GridHead({ grid, corner, slotState, onLock }: Props) {
  const t = useTranslations('timetable-grid.head');
  const locale = useLocale();
  const { slots, setup } = grid;
  const first = new Date(slots[0]?.startsAt ?? 0);
  const zones = setup.zone === setup.otherZone ? [setup.zone] : [setup.zone, setup.otherZone];
  const other = zones[1];
  return (
    <thead>
      <tr>
        <th className="tg-corner tg-day" scope="col">
          {zones.map((zone) => zoneName(first, zone)).join(' / ')}
        </th>
        {daysOf(slots).map(({ day, count }) => (
          <th key={day} scope="colgroup" colSpan={count} className="tg-day">
            <span>{dayName(day, locale)}</span>
          </th>
        ))}
      </tr>
      <tr>
        <th className="tg-corner" scope="col">
          {corner}
        </th>
        {slots.map((slot) => {
          const start = new Date(slot.startsAt);
          const { count, isLocked } = slotState(slot.id);
          const time = clearTime(start, setup.zone);
          return (
            <th key={slot.id} scope="col" className="tg-slot">
              <b>{time}</b>
              {other && (
                <small>
                  {clearTime(start, other)}
                  {dayShift(start, setup.zone, other)}
                </small>
              )}
              {onLock && count > 0 && (
                <LockButton
                  isLocked={isLocked}
                  label={t(isLocked ? 'free' : 'lock', { what: time })}
                  onClick={() => onLock(slot.id)}
                />
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** ` +1` where the other place is a day ahead: 14:30 in Boston is 03:30 in Seoul on the next day. */
function dayShift(instant: Date, zone: string, other: string): string {
  const days = daysBetween(dayInZone(instant, zone), dayInZone(instant, other));
  if (days === 0) return '';
  return days > 0 ? ` +${days}` : ` −${-days}`;
}

type LockProps = { isLocked: boolean; label: string; onClick: () => void };

export function LockButton({ isLocked, label, onClick }: LockProps) {
  const Icon = isLocked ? Lock : LockOpen;
  return (
    <button
      type="button"
      className="tg-lock no-print"
      aria-label={label}
      aria-pressed={isLocked}
      title={label}
      onClick={onClick}
    >
      <Icon aria-hidden="true" size={12} />
    </button>
  );
}
