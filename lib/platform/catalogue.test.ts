import { readdirSync } from 'node:fs';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { ERROR_STATUS } from '../core/errors';
import { LOCALES, type Locale } from '../core/locale';
import { CATALOGUE } from './catalogue';

type Tree = { [key: string]: string | Tree };

/** Every message of a language by its full key, `error.field.required`. */
function flat(tree: Tree, path: readonly string[] = []): [key: string, message: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[[...path, key].join('.'), value]] : flat(value, [...path, key]),
  );
}

const messages: Record<Locale, Map<string, string>> = {
  ko: new Map(flat(CATALOGUE.ko)),
  en: new Map(flat(CATALOGUE.en)),
};
const every = LOCALES.flatMap((locale) =>
  [...messages[locale]].map(([key, text]) => [locale, key, text] as const),
);

/** `{name}` and `<tag>` of an ICU message, those inside its plural and select branches too; sorted. */
function placeholders(text: string): string[] {
  const names = new Set([...text.matchAll(/<(\w+)>/g)].map(([, tag]) => `<${tag}>`));
  const isBranch: boolean[] = [];
  for (const [token, name, kind] of text.matchAll(/\{\s*(\w+)\s*(?:\}|,\s*(\w+))|[{}]/g)) {
    const opensBranch = isBranch.at(-1) === false;
    if (token === '}') isBranch.pop();
    else if (name === undefined) isBranch.push(opensBranch);
    else if (opensBranch) continue;
    else names.add(kind ? `${name}, ${kind}` : name);
    if (kind !== undefined) isBranch.push(false);
  }
  return [...names].sort();
}

describe('the messages', () => {
  it('have a file in both languages for every namespace, and the catalogue names them all', () => {
    for (const locale of LOCALES) {
      const files = readdirSync(`messages/${locale}`).map((file) => file.replace(/\.json$/, ''));
      expect(files.sort()).toEqual(Object.keys(CATALOGUE[locale]).sort());
    }
  });

  it('have the same keys in both languages', () => {
    expect([...messages.en.keys()].sort()).toEqual([...messages.ko.keys()].sort());
  });

  it('have the same placeholders in both languages', () => {
    // A clash names people in each language's own way; lib/meeting tests its words.
    const shared = (locale: Locale) =>
      [...messages[locale]].filter(([key]) => !/refusal\.\w+_busy$/.test(key));
    const named = (locale: Locale) =>
      shared(locale)
        .map(([key, text]) => [key, names(text)])
        .sort();
    const names = (text: string) =>
      [
        ...new Set(placeholders(text).map((each) => each.replace(/, (plural|select|selectordinal)$/, ''))),
      ].sort();
    expect(named('en')).toEqual(named('ko'));
  });

  it('are none of them empty, padded or shouted', () => {
    const wrong = every.filter(
      ([, , text]) => text.trim() === '' || text !== text.trim() || /[!！]/.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it('leave dates, times and numbers to the core: no message formats them by itself', () => {
    expect(every.filter(([, , text]) => /,\s*(date|time|number)\b/.test(text))).toEqual([]);
  });

  it('leave the particle after a placeholder to withParticle', () => {
    const pasted = /[}>](을|를|이|가|은|는|와|과|으로|로)(?![가-힣])|[(](을|를|이|가|은|는|와|과|으)[)]/;
    expect(every.filter(([locale, , text]) => locale === 'ko' && pasted.test(text))).toEqual([]);
  });

  it('can all be rendered', () => {
    for (const [locale, key, text] of every) {
      const found = placeholders(text);
      const values = Object.fromEntries(
        found.map((name) =>
          name.startsWith('<') ? [name.slice(1, -1), (inner: string) => inner] : [name.split(',')[0], 2],
        ),
      );
      const failures: unknown[] = [];
      const t = createTranslator({
        locale,
        messages: CATALOGUE[locale],
        onError: (error) => failures.push(error),
      });
      t.markup(key as never, values as never);
      expect([locale, key, failures]).toEqual([locale, key, []]);
    }
  });

  it('say for every error code what happened and what to do now', () => {
    for (const code of Object.keys(ERROR_STATUS)) {
      expect(messages.ko.has(`error.${code}.title`) && messages.ko.has(`error.${code}.next`), code).toBe(
        true,
      );
    }
  });
});

describe('placeholders', () => {
  it('are read at every depth, without the words of the branches', () => {
    expect(placeholders('{count, plural, one {item} other {# items of {owner}}} on <b>{date}</b>')).toEqual([
      '<b>',
      'count, plural',
      'date',
      'owner',
    ]);
    expect(placeholders('{a, select, x {{b} left} other {right}} {c}')).toEqual(['a, select', 'b', 'c']);
    expect(placeholders('plain')).toEqual([]);
  });
});
