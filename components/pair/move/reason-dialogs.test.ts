import { expect, it } from 'vitest';
import { instantOf, isNow, NOW } from './reason-dialogs';

it('reads a day and a time on the clocks of the zone; a day alone is its noon, nothing is now', () => {
  expect(instantOf({ ...NOW, day: '2023-04-29', time: '03:30' }, 'Asia/Seoul')).toBe(
    '2023-04-28T18:30:00.000Z',
  );
  expect(instantOf({ ...NOW, day: '2023-04-29' }, 'Asia/Seoul')).toBe('2023-04-29T03:00:00.000Z');
  expect(instantOf({ ...NOW, day: '', time: '03:30' }, 'Asia/Seoul')).toBeNull();
  expect(instantOf({ ...NOW, day: '2023-02-30' }, 'Asia/Seoul')).toBeNull();
});

it('7.15 takes the one of two equal times that was meant, and none for a time that the clocks skip', () => {
  const boston = 'America/New_York';
  const twice = { day: '2026-11-01', time: '01:05' };
  expect(instantOf({ ...twice, isSecond: false }, boston)).toBe('2026-11-01T05:05:00.000Z');
  expect(instantOf({ ...twice, isSecond: true }, boston)).toBe('2026-11-01T06:05:00.000Z');
  const skipped = { ...NOW, day: '2026-03-08', time: '02:30' };
  expect(instantOf(skipped, boston)).toBeNull();
  expect([isNow(skipped), isNow(NOW)]).toEqual([false, true]);
});
