import type { Locale } from '@/lib/core/locale';
import { type PersonName, shownName } from '@/lib/core/shown-name';
import type { Zones } from '@/lib/core/zones';
import type { MeetingItem } from '@/lib/meeting/schema';

export type MeetingCan = { book: boolean; mark: boolean; record: boolean };

/** What the rows of one list share. */
export type Desk = { slug: string; zones: Zones; can: MeetingCan; asStartup: boolean };

/** A meeting with its words: whom, and when in both zones. */
export type MeetingRow = { meeting: MeetingItem; title: string; when: readonly string[] };

/** What each view of a meeting's dialog gets. */
export type ViewProps = {
  desk: Desk;
  row: MeetingRow;
  /** Back to the overview. */
  onBack: () => void;
  onClose: () => void;
  onBusy: (isBusy: boolean) => void;
};

/** `김지우, CEO`: a person who comes to a meeting. */
export function nameWithPost(person: PersonName & { title: string }, locale: Locale): string {
  const name = shownName(person, locale);
  return person.title ? `${name}, ${person.title}` : name;
}

type Sides = { startup: { name: string; nameEn: string }; investor: { name: string } };

/** `스텝원 × Firm 7`; to the startup's own people just whom they meet. */
export function nameOfMeeting({ startup, investor }: Sides, locale: Locale, asStartup = false): string {
  const firm = shownName(investor, locale);
  return asStartup ? firm : `${shownName(startup, locale)} × ${firm}`;
}
