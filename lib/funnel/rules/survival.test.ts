import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Stays, timeInStage } from './survival';

const left = (...days: number[]) => days.map((day) => ({ days: day, left: 1, open: 0 }));
const open = (...days: number[]) => days.map((day) => ({ days: day, left: 0, open: 1 }));
const stay = fc.record({ days: fc.nat(30), left: fc.nat(3), open: fc.nat(3) });
const someStays = fc.uniqueArray(stay, { maxLength: 20, selector: ({ days }) => days });

/** Remission times in weeks of the 6-MP patients of Freireich 1963; those of the same week counted together. */
const REMISSION: Stays[] = [
  { days: 6, left: 3, open: 1 },
  { days: 10, left: 1, open: 1 },
  { days: 32, left: 0, open: 2 },
  ...left(7, 13, 16, 22, 23),
  ...open(9, 11, 17, 19, 20, 25, 34, 35),
];

/** The share still there after each length, one stay after the other, in floating point. */
function byHand(stays: readonly Stays[]): Map<number, number> {
  const each = stays.flatMap(({ days, left: gone, open: there }) => [
    ...Array.from({ length: gone }, () => ({ days, gone: true })),
    ...Array.from({ length: there }, () => ({ days, gone: false })),
  ]);
  const shares = new Map<number, number>();
  let share = 1;
  for (const days of [...new Set(each.map((one) => one.days))].sort((a, b) => a - b)) {
    const there = each.filter((one) => one.days >= days).length;
    share *= (there - each.filter((one) => one.gone && one.days === days).length) / there;
    shares.set(days, share);
  }
  return shares;
}

describe('time in stage', () => {
  it('tells nothing where nobody was', () => {
    expect(timeInStage('video_call', [])).toEqual({
      stage: 'video_call',
      stays: 0,
      open: 0,
      lowerQuartileDays: null,
      medianDays: null,
      upperQuartileDays: null,
      curve: [],
    });
  });

  it('is the plain median with its quartiles when everybody has left', () => {
    expect(timeInStage('video_call', left(1, 2, 3, 4))).toMatchObject({
      lowerQuartileDays: 1,
      medianDays: 2,
      upperQuartileDays: 3,
    });
    const alone = { lowerQuartileDays: 7, medianDays: 7, upperQuartileDays: 7 };
    expect(timeInStage('video_call', left(7))).toMatchObject(alone);
  });

  it('counts those still there instead of dropping them', () => {
    // Of four, one left on day 2 (3/4 stay), one of the last two on day 9 (3/8): the median is day 9.
    const stays = [...left(2), ...open(5), ...left(9), ...open(20)];
    expect(timeInStage('pre_meeting', stays)).toMatchObject({
      ...{ stays: 4, open: 2 },
      ...{ lowerQuartileDays: 2, medianDays: 9, upperQuartileDays: null },
    });
    expect(timeInStage('pre_meeting', stays).curve).toEqual([
      { days: 2, left: 1, open: 0, atRisk: 4, staying: { numerator: 7500, denominator: 10_000 } },
      { days: 5, left: 0, open: 1, atRisk: 3, staying: { numerator: 7500, denominator: 10_000 } },
      { days: 9, left: 1, open: 0, atRisk: 2, staying: { numerator: 3750, denominator: 10_000 } },
      { days: 20, left: 0, open: 1, atRisk: 1, staying: { numerator: 3750, denominator: 10_000 } },
    ]);
  });

  it('takes who left on a day as there on that day, with those watched only until then', () => {
    expect(timeInStage('pre_meeting', [{ days: 3, left: 1, open: 1 }]).medianDays).toBe(3);
  });

  it('follows the remission times of Freireich 1963, as the textbooks do', () => {
    const told = timeInStage('follow_up', REMISSION);
    expect(told).toMatchObject({
      ...{ stays: 21, open: 12 },
      ...{ lowerQuartileDays: 13, medianDays: 23, upperQuartileDays: null },
    });
    // The column of the textbooks: 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448.
    const falls = told.curve.filter((step) => step.left > 0);
    expect(falls.map(({ days, atRisk }) => [days, atRisk])).toEqual([
      ...[
        [6, 21],
        [7, 17],
        [10, 15],
        [13, 12],
      ],
      ...[
        [16, 11],
        [22, 7],
        [23, 6],
      ],
    ]);
    const shares = falls.map(({ staying }) => (staying.numerator / staying.denominator).toFixed(3));
    expect(shares).toEqual(['0.857', '0.807', '0.753', '0.690', '0.627', '0.538', '0.448']);
  });

  it('equals the estimate by hand at every length, and each quartile is where it falls below', () => {
    fc.assert(
      fc.property(someStays, (stays) => {
        const hand = byHand(stays);
        const { curve, lowerQuartileDays, medianDays, upperQuartileDays } = timeInStage('candidate', stays);
        const told = curve.filter((step) => step.left + step.open > 0);
        expect(told.map(({ days }) => days)).toEqual([...hand.keys()]);
        for (const { days, staying } of told) {
          expect(staying.numerator / staying.denominator).toBeCloseTo(hand.get(days) ?? Number.NaN, 3);
        }
        const until = (share: number) => [...hand].find(([, there]) => there <= share + 1e-12)?.[0] ?? null;
        expect([lowerQuartileDays, medianDays, upperQuartileDays]).toEqual([0.75, 0.5, 0.25].map(until));
      }),
    );
  });

  it('does not depend on the order in which stays are counted', () => {
    fc.assert(
      fc.property(someStays, (stays) => {
        expect(timeInStage('candidate', stays.toReversed())).toEqual(timeInStage('candidate', stays));
      }),
    );
  });
});
