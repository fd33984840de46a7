import type { Locale } from './locale';
import { setApart } from './text';

/** A name as its owner writes it and, in Latin letters, for English readers; empty or absent where there is no such form. */
export type Named = { readonly name: string; readonly nameEn?: string };

/** How records name a person; `nameEn` is empty where the person gave no Latin form. */
export type PersonName = Required<Named>;
export type NamedPerson = PersonName & { readonly id: string };

/**
 * The name by which readers of a language know a program, startup, investor, contact or person, and nothing else: for
 * files, the heads of mails, options, sorting and search.
 */
export function nameIn({ name, nameEn }: Named, locale: Locale): string {
  return locale === 'en' ? nameEn || name : name;
}

/** The same as it stands in running text and in joined names: one from right to left is set apart. */
export function shownName(named: Named, locale: Locale): string {
  return setApart(nameIn(named, locale));
}

/** Sorts names as readers of a language look them up: by what they see, in the order of their language. */
export function byShownName(locale: Locale): (a: Named, b: Named) => number {
  const { compare } = new Intl.Collator(locale);
  return (a, b) => compare(nameIn(a, locale), nameIn(b, locale));
}
