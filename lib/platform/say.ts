import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core';
import type { Locale, Say } from '@/lib/core/locale';
import { setApartIn } from '@/lib/core/text';
import { CATALOGUE, type Messages } from './catalogue';

export function sayIn(locale: Locale): Say & { has: (key: string) => boolean } {
  const translator = createTranslator({ locale, messages: CATALOGUE[locale] as never });
  const { has } = translator as unknown as { has: (key: string) => boolean };
  const say = translator as unknown as Say;
  return Object.assign<Say, { has: typeof has }>((key, params) => say(key, params && setApartIn(params)), {
    has,
  });
}

/** The texts of one part that the server writes itself: mails, reasons, names of drafts. */
export function wordsIn<const Part extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  locale: Locale,
  part: Part,
) {
  return createTranslator<Messages, Part>({ locale, messages: CATALOGUE[locale], namespace: part });
}
