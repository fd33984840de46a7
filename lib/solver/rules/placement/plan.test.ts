import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILIES, makeInstance } from '@/scripts/bench/timetable/families';
import { smallInstances } from '@/scripts/test/timetable/small-instances';
import type { Placed } from '../../schema';
import { checkTimetable } from '../check';
import { compile } from '../compile';
import { Moves } from '../improvement/moves';
import { belowFrom, randomFrom } from '../random';
import { AlternatingPath } from './alternating-path';
import { Plan } from './plan';

const GAINS = { must: 1000, floor: 100, weight: 1 };
const everything = smallInstances(
  { limits: true, rest: true, fixedTables: true, refusals: true, musts: true, locks: true },
  { startups: 3, investors: 3, slots: 6, wishes: 9 },
);

const meetingsOf = ({ compiled, slotOf }: Plan): Placed[] =>
  [...slotOf].flatMap((slot, request): Placed[] =>
    slot === -1
      ? []
      : [[compiled.startupOf[request] ?? -1, (compiled.investorOf[request] ?? 0) - compiled.startups, slot]],
  );
const stateOf = (plan: Plan) =>
  JSON.stringify([[...plan.slotOf], [...plan.at], [...plan.load], [...plan.met], plan.reached, plan.placed]);

describe('a plan', () => {
  it('stays allowed through any moves, and comes back to where it was', () => {
    fc.assert(
      fc.property(everything, fc.integer(), (instance, seed) => {
        const compiled = compile(instance);
        const plan = new Plan(compiled, GAINS);
        const below = belowFrom(randomFrom(seed));
        const moves = new Moves(plan, below);
        for (let step = 0; step < 60 && compiled.requests > 0; step++) {
          const before = stateOf(plan);
          const request = below(compiled.requests);
          const moved =
            plan.slotOf[request] === -1 ? moves.insert(request) : moves.swapSlots(below(compiled.parties));
          if (moved) expect(checkTimetable(instance, meetingsOf(plan))).toEqual([]);
          if (moved && below(2) === 0) plan.commit();
          else {
            plan.undoTo(0);
            expect(stateOf(plan)).toBe(before);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('takes over the slots of another', () => {
    const compiled = compile(makeInstance(FAMILIES.s15t, 3));
    const [one, other] = [new Plan(compiled, GAINS), new Plan(compiled, GAINS)];
    for (let request = 0; request < compiled.requests; request++) {
      const slot = request % compiled.slots;
      if (one.canPut(request, slot)) one.put(request, slot);
      const later = (request * 5 + 3) % compiled.slots;
      if (other.canPut(request, later)) other.put(request, later);
    }
    expect(one.placed).toBeGreaterThan(30);
    one.become(other.slotOf);
    expect(stateOf(one)).toBe(stateOf(other));
  });
});

describe('an alternating path', () => {
  // Startup 0 meets investor 0 in slot 0; investor 0 is free in both slots, startup 1 in slot 0 alone.
  const instance = {
    name: 'path',
    slots: 2,
    tablesPerSlot: 1,
    startupAvailability: ['11', '10'],
    vcAvailability: ['11'],
    requests: [
      [0, 0, 1],
      [1, 0, 1],
    ] as [number, number, number][],
  };

  it('clears a slot where its end is free in the other', () => {
    const plan = new Plan(compile(instance), GAINS);
    plan.put(0, 0);
    const path = new AlternatingPath(plan);
    expect(path.find(2, 0, 1)).toBe(true);
    expect(path.swap(0, 1, 1)).toBe(true);
    expect(plan.slotOf[0]).toBe(1);
    expect(plan.canPut(1, 0)).toBe(true);
  });

  it('fails where its end is away, a lock is in it, or tables are short, and changes nothing', () => {
    const away = new Plan(compile({ ...instance, startupAvailability: ['10', '10'] }), GAINS);
    away.put(0, 0);
    expect(new AlternatingPath(away).find(2, 0, 1)).toBe(false);
    const locked = new Plan(compile({ ...instance, locks: [[0, 0, 0]] }), GAINS);
    expect(new AlternatingPath(locked).find(2, 0, 1)).toBe(false);
    const short = new Plan(compile(instance), GAINS);
    short.put(0, 0);
    const path = new AlternatingPath(short);
    path.find(2, 0, 1);
    const before = stateOf(short);
    expect(path.swap(0, 1, 0, 1)).toBe(false);
    expect(stateOf(short)).toBe(before);
  });
});
