import { describe, expect, it } from 'vitest';
import type { Day } from '@/lib/core/days';
import { comparedDay } from './compared-day';

const day = (text: string) => text as Day;
const offset = (days: number) => ({ by: 'offset' as const, days, asOf: day('2024-01-01') });

describe('the day on which a program is compared', () => {
  it('9.5 is as many days after its own main session, whichever year that was', () => {
    expect(comparedDay(offset(5), day('2023-04-28'), day('2026-01-01'))).toBe('2023-05-03');
    expect(comparedDay(offset(5), day('2024-02-27'), day('2026-01-01'))).toBe('2024-03-03');
    expect(comparedDay(offset(-3), day('2023-04-28'), day('2026-01-01'))).toBe('2023-04-25');
  });

  it('9.5 is never ahead of today, and there is none without a main session', () => {
    expect(comparedDay(offset(90), day('2023-04-28'), day('2023-05-10'))).toBe('2023-05-10');
    expect(comparedDay(offset(5), null, day('2023-05-10'))).toBeNull();
  });

  it('9.5 is the same date for all where a date is asked', () => {
    const date = { by: 'date' as const, days: 5, asOf: day('2023-05-03') };
    expect(comparedDay(date, null, day('2026-01-01'))).toBe('2023-05-03');
    expect(comparedDay(date, day('2023-04-28'), day('2023-05-01'))).toBe('2023-05-01');
  });
});
