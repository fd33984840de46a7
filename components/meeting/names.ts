import type { Locale } from '@/lib/core/locale';

type Sides = { startup: { name: string; nameEn: string }; investor: { name: string } };

export function nameOfStartup(startup: Sides['startup'], locale: Locale): string {
  return locale === 'en' ? startup.nameEn || startup.name : startup.name;
}

/** `스텝원 × Firm 7`; to the startup's own people just whom they meet. */
export function nameOfMeeting({ startup, investor }: Sides, locale: Locale, asStartup = false): string {
  return asStartup ? investor.name : `${nameOfStartup(startup, locale)} × ${investor.name}`;
}
