import { expect, it } from 'vitest';
import { isSampleAddress, SAMPLE_PEOPLE } from './sample-people';

it('every sample person has a sample address, and nobody else has', () => {
  expect(SAMPLE_PEOPLE.map(({ email }) => isSampleAddress(email))).toEqual(SAMPLE_PEOPLE.map(() => true));
  expect(isSampleAddress('officer@sample.example.org')).toBe(false);
});
