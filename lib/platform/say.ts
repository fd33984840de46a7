import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core';
import type { Locale, Say } from '@/lib/core/locale';
import { setApartIn } from '@/lib/core/text';
import { CATALOGUE, type Messages } from './catalogue';

export function sayIn(locale: Locale): Say {
  const say = createTranslator({ locale, messages: CATALOGUE[locale] as never }) as unknown as Say;
  return (key, params) => say(key, params && setApartIn(params));
}

/** The texts of one part that the server writes itself: mails, reasons, names of drafts. */
export function wordsIn<const Part extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  locale: Locale,
  part: Part,
) {
  return createTranslator<Messages, Part>({ locale, messages: CATALOGUE[locale], namespace: part });
}
