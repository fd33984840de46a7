import { describe, expect, test } from 'vitest';
import type { PairFact } from './facts';
import { isWish, stageBefore, weightOf } from './weight';

const pair: PairFact = {
  ...{ id: 'p', startupId: 's', investorId: 'i', stage: 'pre_meeting', status: 'open' },
  ...{ wish: null, officeWish: null, officeWeight: null, interest: null, heldBefore: 0 },
};
const weight = (more: Partial<PairFact>) => weightOf({ ...pair, ...more });

describe('what a meeting is worth', () => {
  test('is 2 where nobody said anything, and more for a like and for a must', () => {
    expect([weight({}), weight({ wish: 'like' }), weight({ wish: 'must' })]).toEqual([2, 3, 4]);
  });

  test('rises and falls with the interest of the last outcome', () => {
    expect([1, 2, 3, 4, 5].map((interest) => weight({ interest }))).toEqual([1, 1, 2, 3, 4]);
    expect(weight({ wish: 'like', interest: 4 })).toBe(4);
  });

  test('is 1 more where both earlier rounds were held', () => {
    expect([0, 1, 2, 3].map((heldBefore) => weight({ heldBefore }))).toEqual([2, 2, 3, 3]);
  });

  test('stays between 1 and 5', () => {
    expect(weight({ wish: 'must', interest: 5, heldBefore: 2 })).toBe(5);
    expect(weight({ interest: 1 })).toBe(1);
  });

  test('is what the office says, whatever else was said', () => {
    expect(weight({ officeWeight: 1, wish: 'must', interest: 5 })).toBe(1);
  });
});

describe('the stage before', () => {
  test('is the nearest earlier one that the program has', () => {
    const all = ['candidate', 'video_call', 'pre_meeting', 'main_session', 'follow_up'] as const;
    expect(stageBefore('main_session', all)).toBe('pre_meeting');
    expect(stageBefore('main_session', ['candidate', 'video_call', 'main_session'])).toBe('video_call');
    expect(stageBefore('video_call', all)).toBe('candidate');
  });
});

describe('the timetable tries to place', () => {
  const isPlaced = (more: Partial<PairFact>) => isWish({ ...pair, ...more }, 'pre_meeting');

  test('open pairs that have come as far as the stage before, or further', () => {
    expect([isPlaced({ stage: 'video_call' }), isPlaced({}), isPlaced({ stage: 'follow_up' })]).toEqual([
      ...[false, true, true],
    ]);
  });

  test('whom somebody asked for, also when it is on hold, invested, or not so far yet', () => {
    for (const asked of [{ wish: 'must' }, { wish: 'like' }, { officeWeight: 3 }] as const)
      for (const status of ['open', 'on_hold', 'invested'] as const)
        expect(isPlaced({ stage: 'candidate', status, ...asked })).toBe(true);
    for (const status of ['on_hold', 'invested'] as const) expect(isPlaced({ status })).toBe(false);
  });

  test('nobody after a no-thanks, and no pair that is closed', () => {
    expect(isPlaced({ wish: 'no_thanks', officeWeight: 5 })).toBe(false);
    for (const status of ['passed', 'withdrawn'] as const)
      expect(isPlaced({ status, wish: 'must' })).toBe(false);
  });
});
