import { describe, expect, it } from 'vitest';
import { type Day, parseDay } from '@/lib/core/days';
import { programLife } from './life';

const day = (text: string) => parseDay(text) as Day;
const BOSTON = [
  { stage: 'video_call' as const, startsOn: day('2023-04-10'), endsOn: day('2023-04-21') },
  { stage: 'main_session' as const, startsOn: day('2023-04-28'), endsOn: day('2023-04-28') },
  { stage: 'follow_up' as const, startsOn: day('2023-05-01'), endsOn: day('2023-11-30') },
];

describe('the life of a program', () => {
  it('goes from its first day to its last', () => {
    const life = programLife(BOSTON, day('2023-05-03'), day('2026-11-23'));
    expect(life).toMatchObject({ start: '2023-04-10', end: '2023-11-30', shown: '2023-05-03' });
  });

  it('ends today while it goes on', () => {
    expect(programLife(BOSTON, day('2023-05-03'), day('2023-06-01'))?.end).toBe('2023-06-01');
  });

  it('reaches as far as the day that is shown', () => {
    const today = day('2026-11-23');
    expect(programLife(BOSTON, day('2023-03-01'), today)?.start).toBe('2023-03-01');
    expect(programLife(BOSTON, day('2024-06-01'), today)?.end).toBe('2024-06-01');
  });

  it('does not exist before the first day, or without dates', () => {
    expect(programLife(BOSTON, day('2023-04-01'), day('2023-04-01'))).toBeNull();
    expect(programLife([], day('2023-04-01'), day('2026-01-01'))).toBeNull();
  });

  it('marks its beginning, the main session and the waves of 2, 6 and 12 months', () => {
    const marks = (shown: string) =>
      programLife(BOSTON, day(shown), day('2026-11-23'))?.marks.map((mark) => mark.day);
    expect(marks('2023-05-03')).toEqual(['2023-04-10', '2023-04-28', '2023-06-28', '2023-10-28']);
    expect(marks('2024-07-01')).toContain('2024-04-28');
  });

  it('takes the last day of a shorter month for a wave', () => {
    const main = { stage: 'main_session' as const, startsOn: day('2023-12-31'), endsOn: day('2024-12-31') };
    const days = programLife([main], day('2024-03-05'), day('2024-12-31'))?.marks.map((mark) => mark.day);
    expect(days).toContain('2024-02-29');
  });

  it('never lets the words of two marks of a row meet', () => {
    for (const shown of ['2023-04-10', '2023-05-03', '2023-12-24', '2025-01-01']) {
      const marks = programLife(BOSTON, day(shown), day('2026-11-23'))?.marks ?? [];
      for (const row of [0, 1]) {
        const words = marks
          .filter((mark) => mark.row === row)
          .map(({ at, before }) => (before ? [at - 0.16, at] : [at, at + 0.16]) as [number, number]);
        for (const [n, [from]] of words.entries()) {
          expect(from).toBeGreaterThanOrEqual(n === 0 ? 0 : (words[n - 1]?.[1] ?? 0));
        }
      }
    }
  });
});
