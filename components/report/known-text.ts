import { dayText, formatDateTime } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/scope';
import type { ReportItem } from '@/lib/report/rules/frozen';

type Clocks = Pick<ReportItem, 'asOf' | 'knownAt' | 'publishedAt'>;

/** A report's day and instants as its program's zone reads them, the zone's name with each instant. */
export function clocksText({ asOf, knownAt, publishedAt }: Clocks, zone: string, locale: Locale) {
  return {
    asOf: dayText(asOf, locale),
    knownAt: formatDateTime(new Date(knownAt), zone, locale),
    at: formatDateTime(new Date(publishedAt), zone, locale),
  };
}
