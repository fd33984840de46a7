import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/lib/core/locale';
import { CATALOGUE } from '@/lib/platform/catalogue';

/** Texts of the timetable that the server writes itself: names of drafts, reasons, mails. */
export function wordsIn(locale: Locale) {
  return createTranslator({ locale, messages: CATALOGUE[locale], namespace: 'timetable' });
}
