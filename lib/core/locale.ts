/** The languages of the product, the first one where nothing is known of the reader. */
export const LOCALES = ['ko', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** A message by its full key, `pair.stage.follow_up`: for words that are chosen by data, in files as on screens. */
export type Say = (key: string, params?: Record<string, string | number>) => string;

/** Holds the language a person chose. */
export const LOCALE_COOKIE = 'rt_locale';
/** Holds whether they read in light or dark; a screen has no other part in it. */
export const THEME_COOKIE = 'rt_theme';
/** Holds the slug of the program this browser showed last; the first page goes there. */
export const LAST_PROGRAM_COOKIE = 'rt_program';

export function isLocale(text: string | undefined): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/** The choice kept in the cookie, else what the browser likes best by `Accept-Language`, else Korean. */
export function resolveLocale(chosen: string | undefined, acceptLanguage: string | null | undefined): Locale {
  if (isLocale(chosen)) return chosen;
  const liked = (acceptLanguage ?? '')
    .split(',')
    .map(wish)
    .filter(({ language, weight }) => isLocale(language) && weight > 0)
    .sort((a, b) => b.weight - a.weight)[0]?.language;
  return isLocale(liked) ? liked : LOCALES[0];
}

/** One entry such as `en-US;q=0.8`. */
function wish(entry: string): { language: string; weight: number } {
  const [tag = '', ...options] = entry.split(';').map((part) => part.trim().toLowerCase());
  const weight = Number(options.find((option) => option.startsWith('q='))?.slice(2) ?? 1);
  return { language: tag.split('-')[0] ?? '', weight: Number.isNaN(weight) ? 0 : weight };
}
