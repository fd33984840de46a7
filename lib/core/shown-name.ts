import type { Locale } from './scope';
import { setApart } from './text';

/** A name as its owner writes it and, in Latin letters, for English readers; empty or absent where there is no such form. */
export type Named = { readonly name: string; readonly nameEn?: string };

/** How records name a person; `nameEn` is empty where the person gave no Latin form. */
export type PersonName = Required<Named>;
export type NamedPerson = PersonName & { readonly id: string };

/** The name that readers of a language see: of programs, startups, investors, contacts and persons alike. */
export function shownName({ name, nameEn }: Named, locale: Locale): string {
  return setApart(locale === 'en' ? nameEn || name : name);
}

/** Sorts names as readers of a language look them up: by what they see, in the order of their language. */
export function byShownName(locale: Locale): (a: Named, b: Named) => number {
  const { compare } = new Intl.Collator(locale);
  return (a, b) => compare(shownName(a, locale), shownName(b, locale));
}
