import { expect, test } from 'vitest';
import { isComposing, letterOf, pressedSign } from './keyboard';

const press = (key: string, code = '') => letterOf({ key, code });

test('7.26 a shortcut is the same key on a Korean keyboard', () => {
  expect([...'ㅓㅏㅡㅣ'].map((key) => press(key))).toEqual(['j', 'k', 'm', 'l']);
  expect([...'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ'].map((key) => press(key)).join('')).toBe('qwertyuiop');
  expect([...'ㅁㄴㅇㄹㅎㅗㅓㅏㅣ'].map((key) => press(key)).join('')).toBe('asdfghjkl');
  expect([...'ㅋㅌㅊㅍㅠㅜㅡ'].map((key) => press(key)).join('')).toBe('zxcvbnm');
  expect([...'ㅃㅉㄸㄲㅆㅒㅖ'].map((key) => press(key)).join('')).toBe('qwertop');
});

test('7.26 a key that an input method keeps is known by its place; other keys are no letters', () => {
  expect(press('Process', 'KeyJ')).toBe('j');
  expect(press('J', 'KeyJ')).toBe('j');
  // By what it writes, not by where it stands: Dvorak has its j elsewhere.
  expect(press('j', 'KeyC')).toBe('j');
  for (const key of ['Enter', 'ArrowDown', '1', '/', '가']) expect(press(key, 'KeyX')).toBeNull();
});

test('a sign that an input method keeps is known by its place', () => {
  expect(pressedSign({ key: 'Process', code: 'Slash', shiftKey: true })).toBe('?');
  expect(pressedSign({ key: 'Process', code: 'Slash' })).toBe('/');
  expect(pressedSign({ key: 'Process', code: 'KeyJ' })).toBe('Process');
  expect(pressedSign({ key: '?', code: 'Minus', shiftKey: true })).toBe('?');
});

test('7.26 the key that ends a syllable in Safari is still part of it', () => {
  const event = (composing: boolean, keyCode: number) => ({
    nativeEvent: { isComposing: composing, keyCode },
  });
  expect(isComposing(event(true, 13))).toBe(true);
  expect(isComposing(event(false, 229))).toBe(true);
  expect(isComposing(event(false, 13))).toBe(false);
});
