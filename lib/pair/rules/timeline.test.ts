import { describe, expect, it } from 'vitest';
import { isRecordedLate } from './timeline';

const [BOSTON, SEOUL] = ['America/New_York', 'Asia/Seoul'];
const at = (text: string) => new Date(text);

describe('isRecordedLate', () => {
  it('is not said of what was written down on the same day at the venue, past midnight at home', () => {
    const held = at('2023-04-28T09:30:00-04:00');
    const logged = at('2023-04-28T12:03:00-04:00');
    expect(isRecordedLate(held, logged, [BOSTON, SEOUL])).toBe(false);
    expect(isRecordedLate(held, logged, [SEOUL])).toBe(true);
  });

  it('is said of what was written down on a later day in every zone', () => {
    expect(
      isRecordedLate(at('2023-04-28T09:30:00-04:00'), at('2023-04-29T09:30:00-04:00'), [BOSTON, SEOUL]),
    ).toBe(true);
  });

  it('is not said of what was written down at once', () => {
    const now = at('2023-04-28T23:59:59-04:00');
    expect(isRecordedLate(now, now, [BOSTON, SEOUL])).toBe(false);
  });
});
