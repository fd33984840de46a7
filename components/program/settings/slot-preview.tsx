'use client';

import { useLocale, useTranslations } from 'next-intl';
import { parseDay } from '@/lib/core/dates';
import { readWhole } from '@/lib/core/number-input';
import { planSlots } from '@/lib/program/rules';
import { formatDayRange } from '../day-range';

export type SlotRow = {
  day: string;
  firstStart: string;
  isSecond: boolean;
  minutes: string;
  breakMinutes: string;
  count: string;
};
type Props = { row: SlotRow; timeZone: string; homeZone: string; tables: number };

const within = (text: string, min: number, max: number) => {
  const value = readWhole(text);
  return value !== null && value >= min && value <= max ? value : null;
};

/** What the row will be, in both zones, before it is made. */
export function SlotPreview({ row, timeZone, homeZone, tables }: Props) {
  const t = useTranslations('program.slots');
  const locale = useLocale();
  const day = parseDay(row.day);
  const [minutes, breakMinutes, count] = [
    within(row.minutes, 5, 480),
    within(row.breakMinutes, 0, 480),
    within(row.count, 1, 200),
  ];
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(row.firstStart);
  if (!day || !isTime || minutes === null || breakMinutes === null || count === null) return null;
  const slots = planSlots({
    day,
    firstStart: row.firstStart,
    isSecond: row.isSecond,
    minutes,
    breakMinutes,
    count,
    timeZone,
  });
  const [first, last] = [slots?.[0], slots?.at(-1)];
  if (!first || !last) return <p>{t('gap', { zone: timeZone, time: row.firstStart })}</p>;
  return (
    <>
      <p className="font-medium">
        {t('preview', { count, range: formatDayRange(first.startsAt, last.endsAt, timeZone, locale) })}
      </p>
      {homeZone !== timeZone && (
        <p className="text-ink-2">
          {t('previewHome', { range: formatDayRange(first.startsAt, last.endsAt, homeZone, locale) })}
        </p>
      )}
      {tables > 0 && <p className="text-ink-2">{t('capacity', { tables, count: tables * count })}</p>}
    </>
  );
}
