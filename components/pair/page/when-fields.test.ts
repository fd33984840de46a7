import { expect, it } from 'vitest';
import { instantOf } from './when-fields';

it('reads a day and a time on the clocks of the zone; a day alone is its noon, nothing is now', () => {
  expect(instantOf({ day: '2023-04-29', time: '03:30' }, 'Asia/Seoul')).toBe('2023-04-28T18:30:00.000Z');
  expect(instantOf({ day: '2023-04-29', time: '' }, 'Asia/Seoul')).toBe('2023-04-29T03:00:00.000Z');
  expect(instantOf({ day: '', time: '03:30' }, 'Asia/Seoul')).toBeNull();
  expect(instantOf({ day: '2023-02-30', time: '' }, 'Asia/Seoul')).toBeNull();
});
