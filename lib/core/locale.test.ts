import { expect, it } from 'vitest';
import { resolveLocale } from './locale';

it.each<[string | undefined, string | null, string]>([
  ['en', 'ko-KR', 'en'],
  ['ko', 'en', 'ko'],
  ['fr', 'en', 'en'],
  [undefined, 'en-US,en;q=0.9,ko;q=0.8', 'en'],
  [undefined, 'en;q=0.5, ko;q=0.9', 'ko'],
  [undefined, 'fr-FR, de;q=0.9, en;q=0.1', 'en'],
  [undefined, 'ko;q=0, en;q=0.1', 'en'],
  [undefined, 'en;q=0', 'ko'],
  [undefined, 'fr', 'ko'],
  [undefined, '*', 'ko'],
  [undefined, ';;q=,=,', 'ko'],
  [undefined, null, 'ko'],
  ['__proto__', '', 'ko'],
])('the cookie %s and the browser %s give %s', (chosen, accepted, locale) => {
  expect(resolveLocale(chosen, accepted)).toBe(locale);
});
