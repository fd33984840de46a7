import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { CATALOGUE } from './catalogue';

const ROOT = path.join(import.meta.dirname, '../..');

function sources(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const each = path.join(folder, entry.name);
    if (entry.isDirectory()) return sources(each);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [each] : [];
  });
}

const TRANSLATOR =
  /(?:useTranslations|getTranslations)\((?:'([\w.-]*)'|\{[^}]*namespace: '([\w.-]*)'[^}]*\})?\)/;

/** Variables that translate, with every namespace a file binds them to: a file may hold several components. */
function translatorsOf(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const bind = (name: string, call: string) => {
    const match = TRANSLATOR.exec(call);
    if (!match) return;
    found.set(name, (found.get(name) ?? new Set()).add(match[1] ?? match[2] ?? ''));
  };
  for (const match of text.matchAll(/const (\w+) = (?:await )?((?:use|get)Translations\([^)]*\))/g))
    bind(match[1] ?? '', match[2] ?? '');
  for (const match of text.matchAll(/const \[([^\]]+)\] = await Promise\.all\(\[([\s\S]*?)\]\);/g)) {
    const names = (match[1] ?? '').split(',').map((name) => name.trim());
    const calls = splitTop(match[2] ?? '');
    for (const [index, name] of names.entries()) bind(name, calls[index] ?? '');
  }
  return found;
}

/** Splits at the commas that stand in no bracket. */
function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of text) {
    if ('([{'.includes(sign)) depth += 1;
    if (')]}'.includes(sign)) depth -= 1;
    if (sign === ',' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  return [...parts, part];
}

function has(locale: 'ko' | 'en', key: string): boolean {
  let at: unknown = CATALOGUE[locale];
  for (const part of key.split('.')) {
    if (typeof at !== 'object' || at === null || !(part in at)) return false;
    at = (at as Record<string, unknown>)[part];
  }
  return typeof at === 'string';
}

it('every key the code names stands in both languages', () => {
  const missing: string[] = [];
  let named = 0;
  for (const file of ['app', 'components', 'lib'].flatMap(sources)) {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    for (const [name, namespaces] of translatorsOf(text)) {
      for (const match of text.matchAll(
        new RegExp(`(?<![\\w.])${name}(?:\\.rich|\\.markup)?\\('([\\w.]+)'`, 'g'),
      )) {
        named += 1;
        const keys = [...namespaces].map((namespace) =>
          namespace ? `${namespace}.${match[1]}` : (match[1] ?? ''),
        );
        for (const locale of ['ko', 'en'] as const) {
          if (!keys.some((key) => has(locale, key))) missing.push(`${file}: ${locale} ${keys.join(' or ')}`);
        }
      }
    }
  }
  expect(named).toBeGreaterThan(500);
  expect(missing).toEqual([]);
});
