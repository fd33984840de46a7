import { useTranslations } from 'next-intl';
import { SECTORS, type Sector } from '@/lib/startup/schema';

function isSector(text: string): text is Sector {
  return SECTORS.some((sector) => sector === text);
}

/** Sectors by their name in the reader's language, the firm's own words as they are. */
export function useFocusNames(): (focus: readonly unknown[]) => string {
  const t = useTranslations('startup.sector');
  return (focus) =>
    focus.map((word) => (isSector(String(word)) ? t(word as Sector) : String(word))).join(', ');
}
