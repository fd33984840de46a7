import { expect, test } from 'vitest';
import { nextMenuIndex } from './menu';

const ROWS = ['Save', 'Send', 'Move to', '보관'];

test('arrows go round at both ends', () => {
  expect(nextMenuIndex('ArrowDown', 3, ROWS)).toBe(0);
  expect(nextMenuIndex('ArrowUp', 0, ROWS)).toBe(3);
  expect(nextMenuIndex('ArrowDown', -1, ROWS)).toBe(0);
});

test('home and end go to the first and the last row', () => {
  expect(nextMenuIndex('Home', 2, ROWS)).toBe(0);
  expect(nextMenuIndex('End', 0, ROWS)).toBe(3);
});

test('a letter goes to the next row that begins with it, a second press to the one after', () => {
  expect(nextMenuIndex('s', 2, ROWS)).toBe(0);
  expect(nextMenuIndex('s', 0, ROWS)).toBe(1);
});

test('several letters narrow down without leaving a row that still fits', () => {
  expect(nextMenuIndex('e', 0, ROWS, 's')).toBe(1);
  expect(nextMenuIndex('n', 1, ROWS, 'se')).toBe(1);
});

test('Korean rows are found by their first syllable', () => {
  expect(nextMenuIndex('보', 0, ROWS)).toBe(3);
});

test('7.26 a Korean keyboard finds Korean rows by initial consonants, Latin rows by the same keys', () => {
  expect(nextMenuIndex('ㅂ', 0, ROWS)).toBe(3);
  expect(nextMenuIndex('ㄱ', 0, ROWS, 'ㅂ')).toBe(3);
  expect(nextMenuIndex('ㅡ', 0, ROWS)).toBe(2);
  expect(nextMenuIndex('ㄷ', 0, ROWS, 'ㄴ')).toBe(1);
});

test('keys that are not the menu’s own are left alone', () => {
  for (const key of ['Enter', ' ', 'Escape', 'Tab', 'x']) expect(nextMenuIndex(key, 0, ROWS)).toBeNull();
  expect(nextMenuIndex('ArrowDown', 0, [])).toBeNull();
});
