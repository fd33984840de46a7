import { describe, expect, it } from 'vitest';
import { crowdingBound } from './crowding';
import type { B2bMeeting, B2bProblem } from './problem';

const meet = (one: number, other: number, fixed: number | null = null): B2bMeeting => ({
  participants: [one, other],
  ...{ fixed, half: 'either', after: [] },
});

const problem = (meetings: B2bMeeting[], more: Partial<B2bProblem> = {}): B2bProblem => ({
  ...{ participants: 8, slots: 3, morningSlots: 3, tables: 1, meetings },
  forbidden: Array.from({ length: 8 }, () => []),
  ...more,
});

describe('breaks that crowding alone makes necessary', () => {
  it('none where there is room', () => {
    expect(crowdingBound(problem([meet(0, 1), meet(0, 2), meet(0, 3)]))).toBe(0);
  });

  it('six people with two meetings each in three slots all sit in the middle one, unless they have a break', () => {
    const ring = [0, 1, 2, 3, 4, 5].map((one) => meet(one, (one + 1) % 6));
    expect(crowdingBound(problem(ring, { tables: 3 }))).toBe(0);
    expect(crowdingBound(problem(ring, { tables: 2 }))).toBe(2);
  });

  it('no plan where the seats do not suffice, in the whole day or in the morning', () => {
    const ring = [0, 1, 2, 3, 4, 5].map((one) => meet(one, (one + 1) % 6));
    expect(crowdingBound(problem(ring, { tables: 1 }))).toBeNull();
    const early = ring.map((each): B2bMeeting => ({ ...each, half: 'morning' }));
    expect(crowdingBound(problem(early, { tables: 2, slots: 6, morningSlots: 2 }))).toBeNull();
  });

  it('one break between two fixed meetings', () => {
    expect(crowdingBound(problem([meet(0, 1, 0), meet(0, 2, 2)]))).toBe(1);
  });

  it('no day at all for somebody with more meetings than slots', () => {
    expect(crowdingBound(problem([meet(0, 1), meet(0, 2), meet(0, 3), meet(0, 4)]))).toBeNull();
  });

  it('no day at all where the morning is too short', () => {
    const morning = [meet(0, 1), meet(0, 2)].map((each): B2bMeeting => ({ ...each, half: 'morning' }));
    expect(crowdingBound(problem(morning, { morningSlots: 1 }))).toBeNull();
    expect(crowdingBound(problem(morning, { morningSlots: 2 }))).toBe(0);
  });
});
