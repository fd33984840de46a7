import { dayInZone, formatDay } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import type { ContactItem } from '@/lib/program/queries/contacts';

/** When each contact agreed, written in the home zone for the reader. */
export function consentDays(
  contacts: readonly ContactItem[],
  homeZone: string,
  locale: Locale,
): Record<string, string> {
  return Object.fromEntries(
    contacts.flatMap(({ id, consentAt }) =>
      consentAt ? [[id, formatDay(dayInZone(new Date(consentAt), homeZone), locale)]] : [],
    ),
  );
}
