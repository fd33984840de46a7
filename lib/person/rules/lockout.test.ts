import { expect, it } from 'vitest';
import { waitInWords } from './lockout';

it('tells the wait in seconds below a minute, else in minutes rounded up', () => {
  expect(waitInWords(1)).toEqual({ minutes: 0, seconds: 1 });
  expect(waitInWords(59)).toEqual({ minutes: 0, seconds: 59 });
  expect(waitInWords(60)).toEqual({ minutes: 1, seconds: 0 });
  expect(waitInWords(61)).toEqual({ minutes: 2, seconds: 0 });
});
