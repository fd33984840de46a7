import { expect, test } from 'vitest';
import { nameOfMeeting } from './meeting-row';

test('7.13 both names of a meeting are set apart, so that neither turns the other', () => {
  const sides = { startup: { name: 'שלום', nameEn: '' }, investor: { name: 'אלפא 7' } };
  expect(nameOfMeeting(sides, 'ko')).toBe('\u2068שלום\u2069 × \u2068אלפא 7\u2069');
  expect(nameOfMeeting(sides, 'ko', true)).toBe('\u2068אלפא 7\u2069');
});
