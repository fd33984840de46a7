import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core';
import type { Locale } from '@/lib/core/locale';
import { setApartIn } from '@/lib/core/text';
import { CATALOGUE, type Messages } from './catalogue';

/** A message by its full key, `pair.stage.follow_up`: for words that are chosen by data, in files as on screens. */
export type Say = (key: string, params?: Record<string, string | number>) => string;

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
