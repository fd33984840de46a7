import type { Locale } from '@/lib/core/locale';

// Keys are not part of the types: their union outgrew what TypeScript can hold. `lib/platform/wording.test.ts` checks
// that every key the code asks for stands in both languages.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
  }
}
