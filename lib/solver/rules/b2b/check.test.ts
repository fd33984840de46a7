import { describe, expect, it } from 'vitest';
import { checkB2b } from './check';
import type { B2bMeeting, B2bProblem } from './problem';

const meeting = (one: number, other: number, more: Partial<B2bMeeting> = {}): B2bMeeting => ({
  participants: [one, other],
  fixed: null,
  half: 'either',
  after: [],
  ...more,
});

/** One person (0) who meets three others. */
const problem = (more: Partial<B2bProblem> = {}, first: Partial<B2bMeeting> = {}): B2bProblem => ({
  participants: 4,
  slots: 6,
  morningSlots: 3,
  tables: 2,
  meetings: [meeting(0, 1, first), meeting(0, 2), meeting(0, 3)],
  forbidden: [[], [], [], []],
  ...more,
});

describe('the checker of a business-to-business plan', () => {
  it.each([
    [[0, 1, 2], 0],
    [[5, 3, 4], 0],
    [[0, 1, 5], 1],
    [[4, 0, 2], 2],
    // Slots 3 and 4 of the file are the end of the morning and the start of the afternoon: next to each other.
    [[2, 3, 4], 0],
    [[1, 3, 4], 1],
  ])('counts the breaks of %j', (slots, breaks) => {
    expect(checkB2b(problem(), slots, 2)).toEqual({ faults: [], breaks, spread: breaks });
  });

  it.each<[string, B2bProblem, number[], number, string]>([
    ['a missing slot', problem(), [0, 1, -1], 2, 'Meeting 3 has no slot.'],
    ['a slot too late', problem(), [0, 1, 6], 9, 'Meeting 3 has no slot.'],
    ['two places', problem(), [0, 0, 1], 2, 'Participant 1 is in two places at once.'],
    ['absence', problem({ forbidden: [[], [0], [], []] }), [0, 1, 2], 2, 'Meeting 1: participant 2 is away.'],
    ['fixed', problem({}, { fixed: 3 }), [2, 3, 4], 2, 'Meeting 1 is not where it is fixed.'],
    ['morning', problem({}, { half: 'morning' }), [3, 4, 5], 2, 'Meeting 1 is not in the morning.'],
    ['afternoon', problem({}, { half: 'afternoon' }), [2, 3, 4], 2, 'Meeting 1 is not in the afternoon.'],
    ['order', problem({}, { after: [1] }), [1, 2, 3], 2, 'Meeting 1 does not come after meeting 2.'],
    ['tables', problem({ tables: 0 }), [1, 2, 3], 2, 'Slot 2 has 1 meetings and 0 tables.'],
    ['fairness', problem(), [0, 2, 4], 1, 'Two participants differ by 2 breaks, more than 1.'],
    ['length', problem(), [0, 1, 2, 3], 2, 'There are 3 meetings, and 4 slots.'],
  ])('finds a fault: %s', (_, event, slots, fairness, sentence) => {
    expect(checkB2b(event, slots, fairness).faults).toContain(sentence);
  });
});
