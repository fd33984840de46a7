import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeInStage } from './survival';

const left = (...days: number[]) => days.map((day) => ({ days: day, left: 1, open: 0 }));
const open = (...days: number[]) => days.map((day) => ({ days: day, left: 0, open: 1 }));

describe('time in stage', () => {
  it('tells nothing where nobody was', () => {
    expect(timeInStage('video_call', [])).toEqual({
      stage: 'video_call',
      stays: 0,
      open: 0,
      medianDays: null,
      upperQuartileDays: null,
    });
  });

  it('is the plain median when everybody has left', () => {
    expect(timeInStage('video_call', left(1, 2, 3, 4))).toMatchObject({
      medianDays: 2,
      upperQuartileDays: 3,
    });
    expect(timeInStage('video_call', left(7))).toMatchObject({ medianDays: 7, upperQuartileDays: 7 });
  });

  it('counts those still there instead of dropping them', () => {
    // Of four, one left on day 2 (3/4 stay), one of the last two on day 9 (3/8): the median is day 9.
    const stays = [...left(2), ...open(5), ...left(9), ...open(20)];
    expect(timeInStage('pre_meeting', stays)).toMatchObject({ stays: 4, open: 2, medianDays: 9 });
    expect(timeInStage('pre_meeting', stays).upperQuartileDays).toBeNull();
  });

  it('takes who left on a day as there on that day, with those watched only until then', () => {
    expect(timeInStage('pre_meeting', [{ days: 3, left: 1, open: 1 }]).medianDays).toBe(3);
  });

  it('follows the remission times of Freireich 1963, as the textbooks do: the median of 6-MP is 23 weeks', () => {
    const stays = [
      { days: 6, left: 3, open: 1 },
      ...left(7, 10, 13, 16, 22, 23),
      ...open(9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
    ];
    expect(timeInStage('follow_up', stays)).toMatchObject({ stays: 21, open: 12, medianDays: 23 });
  });

  it('does not depend on the order in which stays are counted', () => {
    const stay = fc.record({ days: fc.nat(30), left: fc.nat(3), open: fc.nat(3) });
    fc.assert(
      fc.property(fc.uniqueArray(stay, { maxLength: 20, selector: ({ days }) => days }), (stays) => {
        expect(timeInStage('candidate', stays.toReversed())).toEqual(timeInStage('candidate', stays));
      }),
    );
  });
});
