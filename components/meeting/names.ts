import type { Locale } from '@/lib/core/locale';
import { type PersonName, shownName } from '@/lib/core/shown-name';

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
