import { getTranslations } from 'next-intl/server';
import { dayText } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import type { Report } from '@/lib/report/schema';

/** What every part of the page is made of: the report, the one before it, and the language the page is fixed to. */
export type SheetProps = { report: Report; previous: Report | null; locale: Locale; zone: string };

/** The words for "since": the report before it with its date, or the program's beginning. */
export async function sinceText({
  previous,
  locale,
}: Pick<SheetProps, 'previous' | 'locale'>): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'report' });
  if (!previous) return t('sheet.sinceStart');
  const number = t('number', { number: previous.number });
  return t('sheet.sincePrevious', { number, asOf: dayText(previous.asOf, locale) });
}
