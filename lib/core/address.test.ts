import { expect, test } from 'vitest';
import { knownDay, paramsIn, parseAsPage, readClocks, withParams } from './address';
import type { Day } from './days';

const DAY = '2023-05-03' as Day;

test('a page is a whole number from 1, and the first one where the address says something else', () => {
  expect(['1', '27', '9999'].map((text) => parseAsPage.parseServerSide(text))).toEqual([1, 27, 9999]);
  for (const text of ['0', '-1', '1.5', '1e3', ' 2', '10000', 'two', ''])
    expect(parseAsPage.parseServerSide(text), text).toBe(1);
});

test('of several days in an address the first is read, and one that does not exist counts as not said', () => {
  expect(readClocks({ asOf: [DAY, '2024-01-01'], knownOn: 'then' })).toEqual({ asOf: DAY, knownOn: 'then' });
  expect(readClocks({ asOf: '2023-02-29', knownOn: 'now' })).toEqual({ asOf: '', knownOn: '' });
});

test('T36 the second clock stands at its own day, with the first one, or nowhere', () => {
  expect(knownDay('2023-06-01' as Day, DAY)).toBe('2023-06-01');
  expect(knownDay('then', DAY)).toBe(DAY);
  expect(knownDay('', DAY)).toBeNull();
});

test('parameters are added to an address, replace what has their name, and can be read back', () => {
  const href = withParams('/people?q=kim&page=2', { q: 'a&b=한빛 #1', sort: '-name' });
  const url = new URL(href, 'http://here.invalid');
  expect(url.pathname).toBe('/people');
  expect(paramsIn(url.search)).toEqual({ q: 'a&b=한빛 #1', page: '2', sort: '-name' });
  expect(withParams('/people', {})).toBe('/people');
});
