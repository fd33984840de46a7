import { dayInZone } from '@/lib/core/zones';

/**
 * Learned of on a later day than it happened, by the calendars of all these zones: what was written down on the evening
 * of the same day is not late because it is past midnight elsewhere.
 */
export function isRecordedLate(effective: Date, recorded: Date, zones: readonly string[]): boolean {
  return zones.every((zone) => dayInZone(recorded, zone) > dayInZone(effective, zone));
}
