import { expect, test } from 'vitest';
import { awayInBoth, todayInBoth } from './when';

const ZONES: [string, string] = ['America/New_York', 'Asia/Seoul'];
/** Seven in the morning of the 29th in Seoul, six in the evening of the 28th in Boston. */
const MORNING = new Date('2023-04-28T22:00:00Z');

test('7.33 the list says whose day it shows', () => {
  expect(todayInBoth(MORNING, ZONES, 'ko')).toBe('2023. 4. 28. EDT, 2023. 4. 29. KST');
  expect(todayInBoth(MORNING, ['Asia/Seoul', 'Asia/Seoul'], 'en')).toBe('29 April 2023 KST');
});

test('7.33 a meeting that is today in one zone and tomorrow in the other says both', () => {
  const call = '2023-04-29T07:00:00Z';
  expect(awayInBoth(call, MORNING, ['Asia/Seoul', 'America/New_York'], 'ko')).toBe('오늘 (KST) · 내일 (EDT)');
  expect(awayInBoth('2023-04-29T02:00:00Z', MORNING, ZONES, 'en')).toBe('today');
});
