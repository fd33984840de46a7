import { describe, expect, it } from 'vitest';
import type { Instance } from '../schema';
import { compile } from './compile';
import { InstanceFault } from './fault';
import { mayMeet } from './instance';

const plain: Instance = {
  name: 'plain',
  slots: 3,
  tablesPerSlot: 2,
  startupAvailability: ['111', '110'],
  vcAvailability: ['111', '011'],
  requests: [
    [0, 0, 3],
    [0, 1, 2],
    [1, 1, 5],
  ],
};

function faultOf(change: Partial<Instance>): string {
  try {
    compile({ ...plain, ...change });
    return 'none';
  } catch (error) {
    return error instanceof InstanceFault ? `${error.code}: ${error.message}` : String(error);
  }
}

describe('an instance', () => {
  it('says which list is too short', () => {
    expect(faultOf({ tablesPerSlot: [1, 1] })).toBe(
      'wrong_length: tablesPerSlot has 2 entries where 3 are wanted.',
    );
    expect(faultOf({ vcAvailability: ['111', '01'] })).toContain('vcAvailability[1] has 2 entries');
    expect(faultOf({ startupMax: [1] })).toContain('startupMax has 1 entries');
  });

  it('says which index does not exist, and which pair is there twice', () => {
    expect(faultOf({ requests: [[0, 7, 1]] })).toContain('index_out_of_range: An investor is 7');
    expect(faultOf({ locks: [[0, 0, 3]] })).toContain('The slot of a lock is 3');
    expect(
      faultOf({
        requests: [
          [0, 0, 1],
          [0, 0, 2],
        ],
      }),
    ).toContain('duplicate_request: The pair [0, 0]');
  });

  it('refuses days out of order and musts that nobody wished or that never meet', () => {
    expect(faultOf({ dayStarts: [0, 2, 1] })).toContain('days_out_of_order');
    expect(faultOf({ dayStarts: [1] })).toContain('days_out_of_order');
    expect(faultOf({ musts: [[1, 0]] })).toContain('must_without_wish');
    expect(faultOf({ musts: [[0, 0]], noThanks: [[0, 0]] })).toContain('must_with_no_thanks');
  });

  it('refuses locks that contradict something', () => {
    const both: Instance['locks'] = [
      [0, 0, 1],
      [0, 1, 1],
    ];
    expect(faultOf({ locks: [[1, 1, 2]] })).toContain('falls into a blackout');
    expect(faultOf({ locks: [[0, 0, 0]], blackouts: [[0, 0, 0]] })).toContain('falls into a blackout');
    expect(faultOf({ locks: [[0, 0, 0]], noThanks: [[0, 0]] })).toContain('is a no-thanks');
    expect(faultOf({ locks: both })).toContain('clashes with another lock');
    expect(
      faultOf({
        locks: [
          [0, 0, 1],
          [1, 1, 1],
        ],
        tablesPerSlot: 1,
      }),
    ).toContain('finds no table left');
    expect(
      faultOf({
        locks: [
          [0, 0, 0],
          [0, 1, 1],
        ],
        startupMax: 1,
      }),
    ).toContain('one more than its maximum');
    expect(
      faultOf({
        locks: [
          [0, 0, 0],
          [0, 1, 1],
        ],
        startupRestAfter: 1,
      }),
    ).toContain('more than 1 meetings in a row');
    expect(
      faultOf({
        locks: [
          [0, 0, 1],
          [1, 1, 1],
        ],
        startupTable: [0, 0],
      }),
    ).toContain('fixed table taken');
  });

  it('leaves out who never meets, and takes in locks that nobody wished', () => {
    const compiled = compile({ ...plain, noThanks: [[0, 0]], locks: [[1, 0, 0]] });
    expect([...compiled.weight]).toEqual([2, 5, 0]);
    expect([...compiled.lockedIn]).toEqual([-1, -1, 0]);
    expect([...compiled.wishOf]).toEqual([1, 2, -1]);
  });

  it('knows where a pair could meet', () => {
    const compiled = compile({ ...plain, tablesPerSlot: [2, 0, 2], blackouts: [[0, 0, 2]] });
    const slotsOf = (request: number) => [0, 1, 2].filter((slot) => mayMeet(compiled, request, slot));
    expect([0, 1, 2].map(slotsOf)).toEqual([[0], [2], []]);
  });
});
