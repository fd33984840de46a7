import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
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

type Tree = { [key: string]: string | Tree };

/** Every message of a language by its full key. */
function sentences(locale: 'ko' | 'en', tree: Tree = CATALOGUE[locale], at = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${at}${key}`, value]] : sentences(locale, value, `${at}${key}.`),
  );
}

/**
 * Whether the code may read a key: it stands somewhere whole, or below a namespace that some file translates by, as a text
 * or as a template such as `state.${state}` may make it. Refusals, fields and commands are told by the names of the contract.
 */
function readers(): (key: string) => boolean {
  const texts = ['app', 'components', 'lib', 'scripts']
    .flatMap(sources)
    .map((file) => readFileSync(path.join(ROOT, file), 'utf8'));
  const named = new Set(texts.flatMap((text) => text.match(/(?<=')[\w.-]+(?=')/g) ?? []));
  for (const word of texts.flatMap((text) => text.match(/(?<![\w.])\w+(?=:)/g) ?? [])) named.add(word);
  const templates = texts.flatMap((text) => text.match(/`[\w.-]*(?:\$\{[^}`]*\}[\w.-]*)+`/g) ?? []);
  const patterns = [...new Set(templates)]
    .map((template) =>
      template
        .slice(1, -1)
        .replaceAll('.', '\\.')
        .replace(/\$\{[^}]*\}/g, '\\w+'),
    )
    .filter((pattern) => /[a-zA-Z_]{3}|[a-z]\\\./.test(pattern.replaceAll('\\w+', '')))
    .map((pattern) => new RegExp(`^${pattern}$`));
  const isNamed = (text: string) => named.has(text) || patterns.some((pattern) => pattern.test(text));
  return (key) => {
    if (/(?:^|\.)(?:refusal|field|command)\./.test(key)) return true;
    const parts = key.split('.');
    return parts.some((_, at) => {
      const space = parts.slice(0, at).join('.');
      return (at === 0 || named.has(space)) && isNamed(parts.slice(at).join('.'));
    });
  };
}

it('every key of the messages is read somewhere', () => {
  const isRead = readers();
  expect(isRead('pair.page.nobodyReadsThis')).toBe(false);
  expect(
    sentences('ko')
      .map(([key]) => key)
      .filter((key) => !isRead(key)),
  ).toEqual([]);
});

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

/** Words that puzzled readers of the office, with what is written instead. */
const REPLACED = {
  ko: [
    [/열림|열린 상담/, '진행함, 진행한 상담'],
    [/날짜와 시계/, '날짜와 시간대'],
    [/양식으로/, '목록에서 골라'],
    [/한 곳이 빠집니다/, '참가기업·투자사가 불참합니다'],
    [/다음 판으로 바뀜/, '이전 판'],
    [/(?<!제)\{\w+\}판/, '제{number}판'],
    // The round of investment has this name, and stands alone.
    [/^(?!(?:프리)?시드$).*시드/, 'the seed is not shown'],
    [/증명 없음/, '최적 여부 미확인'],
    [/사이 쉼/, '쉬는 시간'],
    [/만약에/, '가정해 보기'],
    [/있었던 일/, '활동 이력'],
    [/견줄|견줌|견주/, '비교'],
    [/어느 쪽인지는/, 'the sentence goes'],
    [/\bslug\b/i, '웹 주소'],
    [/발행/, '게시'],
    [/시간 칸/, '상담 시간'],
    [/아직 오지 않은/, '미래'],
    [/(?<![가-힣])꼭(?![가-힣])/, '필수'],
    [/예시 데이터/, '예시 자료'],
    [/스페이스|시프트|이스케이프|엔터/, 'Space, Shift, Esc, Enter'],
    [/\{(?:startups|investors)\}(?:곳|개(?!사))/, '개사'],
    [/대개 성과 없이/, 'no claim'],
  ],
  en: [
    [/went on/, 'moved'],
    [/\bmend/i, 'fix'],
    [/are days of/, 'are counted in'],
    [/left empty/i, 'Empty means'],
    [/\bwanted\b/, 'required'],
    [/\btaken? (it |this )?back\b|\btook .* back\b/i, 'undone, unpublished'],
    [/\b[1-4] (Video|Pre|Main|Follow)/, 'the name of the stage'],
    [/\bwhom\b/i, 'a plain question'],
    [/^(?!(?:Pre-)?seed$).*\bseed\b/i, 'the seed is not shown'],
    [/\bsomebody\b/i, 'someone'],
    [/\btold\b/i, 'notified'],
    [/\bstands?\b|\bstood\b/i, 'is, are'],
    [/\bof which\b/i, 'a plain sentence'],
    [/(?<!\{)\brungs?\b|\bladder\b/i, 'amount level'],
    [/(?<!e-)\bmail(?:s|ed)?\b/i, 'e-mail'],
    [/\bWrite (?:it|\d|a number|two)/, 'Enter'],
    [/\bin their own words\b/i, 'Reason entered as text'],
    [/\bNo thanks\b/i, 'Do not meet'],
    [/\bmark undone\b/i, 'set back to scheduled'],
    [/\bmonths on\b/, 'months later'],
    [/\bcome to nothing\b|\bdid not work\b|\bThings have\b/i, 'what happened'],
  ],
} as const;

describe('7.40 the messages use the words of an office', () => {
  it.each(['ko', 'en'] as const)('7.40 no replaced wording is left in %s', (locale) => {
    const found = REPLACED[locale].flatMap(([wording, instead]) =>
      sentences(locale)
        .filter(([, text]) => wording.test(text))
        .map(([key, text]) => `${key}: ${text} (${instead})`),
    );
    expect(found).toEqual([]);
  });

  it('7.40 Korean sentences end politely', () => {
    // What a sentence ends with; a full stop after a number, a day or Latin letters ends none.
    const blunt = sentences('ko').filter(([, text]) =>
      [...text.matchAll(/([가-힣]+)\.(?=\s|[)}]|$)/g)].some(([, word]) => !/[다요]$/.test(word ?? '')),
    );
    expect(blunt).toEqual([]);
  });

  it.each(['ko', 'en'] as const)('7.40 %s has no doubled space and no two full stops', (locale) => {
    expect(sentences(locale).filter(([, text]) => / {2}|\.\.|\s[.,]/.test(text))).toEqual([]);
  });
});
