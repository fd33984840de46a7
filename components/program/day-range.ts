import { dayInZone, formatDay, formatRange } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';

/** From when to when with its date, in one zone: `2023. 4. 28. 09:00–16:25 EDT`. */
export function formatDayRange(start: Date, end: Date, zone: string, locale: Locale): string {
  const range = formatRange(start, end, zone, locale);
  if (dayInZone(start, zone) !== dayInZone(end, zone)) return range;
  return `${formatDay(dayInZone(start, zone), locale)}${locale === 'en' ? ',' : ''} ${range}`;
}
