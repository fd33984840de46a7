import { useLocale, useTranslations } from 'next-intl';
import { clearTime, dayInZone, formatDateTime, zoneName } from '@/lib/core/dates';
import type { StageSlot } from '@/lib/timetable/schema/stage';
import { dayName } from '../names';

type Props = {
  slots: readonly StageSlot[];
  /** The stage's zone, and the other place that reads it. */
  zones: readonly [string, string];
  /** The column that Tab leads to, -1 being the corner; null while it leads elsewhere. */
  stop: number | null;
  canPaint: boolean;
};

/** Two lines of headings: the days, and the times of the stage's zone with the other place's below. */
export function SlotHeads({ slots, zones: [zone, other], stop, canPaint }: Props) {
  const t = useTranslations('timetable-setup.availability');
  const locale = useLocale();
  const days = Map.groupBy(slots, (slot) => slot.day);
  const first = slots[0] && new Date(slots[0].startsAt);
  return (
    <thead>
      <tr>
        <td className="av-corner">{first && zoneName(first, zone)}</td>
        {[...days].map(([day, list]) => (
          <th key={day} scope="colgroup" colSpan={list.length} className="av-day">
            <span>{`${dayName(day, locale)} ${zoneName(new Date(list[0]?.startsAt ?? 0), zone)}`}</span>
          </th>
        ))}
      </tr>
      <tr data-slots="">
        <td className="av-corner av-other">{other !== zone && first && zoneName(first, other)}</td>
        {slots.map((slot, column) => {
          const at = new Date(slot.startsAt);
          const whole = [...new Set([zone, other])]
            .map((each) => formatDateTime(at, each, locale))
            .join(' · ');
          const later = other !== zone && dayInZone(at, other) !== slot.day;
          const text = (
            <>
              <span>{clearTime(at, zone)}</span>
              {other !== zone && (
                <small>
                  {clearTime(at, other)}
                  {later && <sup>{dayInZone(at, other) > slot.day ? '+1' : '−1'}</sup>}
                </small>
              )}
            </>
          );
          return (
            <th
              key={slot.id}
              scope="col"
              data-column={column}
              data-first={slot.day !== slots[column - 1]?.day || undefined}
              className="av-slot"
              title={canPaint ? undefined : whole}
              tabIndex={canPaint ? undefined : stop === column ? 0 : -1}
            >
              {canPaint ? (
                <button
                  type="button"
                  tabIndex={stop === column ? 0 : -1}
                  title={t('toggleSlot', { slot: whole })}
                >
                  {text}
                </button>
              ) : (
                text
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
