import type { Locale } from '@/lib/core/scope';
import type { NamedStartup } from '@/lib/report/rules/frozen';

export function startupName({ name, nameEn }: NamedStartup, locale: Locale): string {
  return locale === 'en' ? nameEn || name : name;
}
