import { beforeEach, expect, it } from 'vitest';
import { forgetRecent, keepRecent, readRecent } from './recent';

class Kept implements Storage {
  [name: string]: unknown;
  get length() {
    return Object.keys(this).length;
  }
  clear() {
    for (const key of Object.keys(this)) delete this[key];
  }
  getItem(key: string) {
    return (this[key] as string | undefined) ?? null;
  }
  key(at: number) {
    return Object.keys(this)[at] ?? null;
  }
  removeItem(key: string) {
    delete this[key];
  }
  setItem(key: string, value: string) {
    this[key] = value;
  }
}

let storage: Kept;
beforeEach(() => {
  storage = new Kept();
});
const thing = (n: number) => ({
  kind: 'pair',
  program: 'p',
  title: `Pair ${n}`,
  detail: '',
  href: `/programs/p/pairs/${n}`,
});

it('lists the latest first, each once, and twenty at most', () => {
  for (let n = 0; n < 25; n += 1) keepRecent(storage, 'me', thing(n));
  keepRecent(storage, 'me', thing(10));
  const titles = readRecent(storage, 'me').map(({ title }) => title);
  expect(titles.slice(0, 3)).toEqual(['Pair 10', 'Pair 24', 'Pair 23']);
  expect(titles).toHaveLength(20);
  expect(new Set(titles).size).toBe(20);
});

it('keeps each person’s own, and forgets everybody’s at sign-out', () => {
  keepRecent(storage, 'me', thing(1));
  keepRecent(storage, 'you', thing(2));
  storage.setItem('rt.queue.me', '[]');
  expect(readRecent(storage, 'me').map(({ title }) => title)).toEqual(['Pair 1']);
  forgetRecent(storage);
  expect([...readRecent(storage, 'me'), ...readRecent(storage, 'you')]).toEqual([]);
  expect(storage.getItem('rt.queue.me')).toBe('[]');
});

it('reads over what it does not know, and never an address elsewhere', () => {
  storage.setItem(
    'rt.recent.me',
    JSON.stringify([null, 'x', { ...thing(1), href: 'https://evil.example' }, thing(2)]),
  );
  expect(readRecent(storage, 'me').map(({ title }) => title)).toEqual(['Pair 2']);
  storage.setItem('rt.recent.me', '{');
  expect(readRecent(storage, 'me')).toEqual([]);
});
