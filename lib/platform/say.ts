import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core';
import type { Locale, Say } from '@/lib/core/locale';
import { setApartIn } from '@/lib/core/text';
import { CATALOGUE, type Messages } from './catalogue';

type Words = Say & { has: (key: string) => boolean };
const made = new Map<Locale, Words>();

/** The words of a language. They are made once: a message is read when it is first said, and known from then on. */
export function sayIn(locale: Locale): Words {
  const words = made.get(locale) ?? makeWords(locale);
  made.set(locale, words);
  return words;
}

function makeWords(locale: Locale): Words {
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
