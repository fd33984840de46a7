import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/lib/core/locale';
import { CATALOGUE } from '@/lib/platform/catalogue';

/** The timetable's own words in a language. */
export function says(locale: Locale) {
  return createTranslator({ locale, messages: CATALOGUE[locale], namespace: 'timetable' });
}
