import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const CSS = readFileSync('app/fonts.css', 'utf8');

/** The code points a face announces, from its unicode-range. */
function announced(file: string): Set<number> {
  const range = CSS.match(new RegExp(`${file}\\.woff2"\\)[^}]*unicode-range:([^}]+)}`))?.[1] ?? '';
  return new Set(
    range.split(',').flatMap((part) => {
      const [from = 0, to = from] = part
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    }),
  );
}

test('the small file holds the interface’s own words, so that few readers fetch the big one', () => {
  const words = announced('400-words');
  const text = readdirSync('messages/ko').map((file) => readFileSync(`messages/ko/${file}`, 'utf8'));
  const syllables = text.join('').match(/[가-힣]/g) ?? [];
  const missing = syllables.filter((syllable) => !words.has(syllable.codePointAt(0) ?? 0));
  // A few new words may wait for the next run of scripts/fonts.ts.
  const advice = `run scripts/fonts.ts for ${[...new Set(missing)].join('')}`;
  expect(missing.length / syllables.length, advice).toBeLessThan(0.02);
});

test('every weight is served in the same parts, each part as a file', () => {
  const faces = [...CSS.matchAll(/\/fonts\/([\w-]+\.woff2)/g)].map((match) => match[1]);
  expect(new Set(faces)).toEqual(
    new Set(readdirSync('public/fonts').filter((file) => file.endsWith('.woff2'))),
  );
});
