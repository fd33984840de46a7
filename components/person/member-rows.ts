import { formatDateTime, formatDay } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { shownName } from '@/lib/core/shown-name';
import { dayInZone } from '@/lib/core/zones';
import type { MemberItem } from '@/lib/person/schema';
import type { MemberRow } from './member-menu';

type Words = (key: 'since' | 'invitedUntil' | 'neverJoined' | 'endedOn', values: { date: string }) => string;

/** Members as the list shows them: names in the reader's language, one date that matters, of the program's home. */
export function memberRows(
  items: readonly MemberItem[],
  { zone, locale, words }: { zone: string; locale: Locale; words: Words },
): MemberRow[] {
  const day = (at: string) => formatDay(dayInZone(new Date(at), zone), locale);
  const when = (item: MemberItem): string => {
    if (item.endedAt) return words('endedOn', { date: day(item.endedAt) });
    if (item.state === 'invited' && item.invited)
      return words('invitedUntil', { date: formatDateTime(new Date(item.invited.until), zone, locale) });
    return words(item.state === 'expired' ? 'neverJoined' : 'since', { date: day(item.since) });
  };
  return items.map((item) => ({
    membershipId: item.membershipId,
    name: shownName(item, locale),
    email: item.email,
    role: item.role,
    startupId: item.startup?.id ?? null,
    startup: item.startup && shownName(item.startup, locale),
    state: item.state,
    when: when(item),
    version: item.version,
    mayChange: item.mayChange,
  }));
}
