import type { Locale } from '@/lib/core/locale';
import type { Messages } from '@/lib/platform/catalogue';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
