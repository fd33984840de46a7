import { dayInZone } from '@/lib/core/zones';

/** Learned of on a later day than it happened, by the calendar of `timeZone`: "as known" then did not have it. */
export function isRecordedLate(effective: Date, recorded: Date, timeZone: string): boolean {
  return dayInZone(recorded, timeZone) > dayInZone(effective, timeZone);
}
