import { CATALOGUE, type Messages } from '../../lib/platform/catalogue';

/** The words of the interface in a language, so that a journey reads the same in both. */
export function wordsOf(language: 'ko' | 'en'): Messages {
  return CATALOGUE[language];
}
