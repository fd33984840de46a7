import { expect, test } from 'vitest';
import { hasDate, viewAddress } from './rules';

test('9.F2 one list has one address, wherever in it the reader stands', () => {
  expect(viewAddress('?stage=follow_up&pair=1&asOf=2023-05-03&q=&page=2')).toBe(
    'asOf=2023-05-03&stage=follow_up',
  );
  expect(viewAddress('asOf=2023-05-03&stage=follow_up')).toBe(
    viewAddress('stage=follow_up&asOf=2023-05-03&cursor=x'),
  );
});

test('9.F2 a view without its date is as of the day it is opened', () => {
  expect(viewAddress('view=table&asOf=2023-05-03&knownOn=then', false)).toBe('view=table');
  expect(hasDate('view=table&asOf=2023-05-03')).toBe(true);
  expect(hasDate('view=table')).toBe(false);
});
