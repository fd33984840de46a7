import type { Placed } from '../../schema';
import { requestsByPair } from '../exact/cells';
import { type Compiled, mayMeet } from '../instance';

/** Musts met, meetings towards the floors, weight. */
export type Values = { musts: number; floor: number; weight: number };

/** What a must and a meeting towards a floor count in weight, so that no weight outweighs a floor, no floor a must. */
export type Units = { musts: number; floor: number };

/** What a timetable reaches of each objective. */
export function valuesOf(compiled: Compiled, meetings: readonly Placed[]): Values {
  const { investors, startups, floor, weight, must } = compiled;
  const requestOf = requestsByPair(compiled);
  const met = new Int32Array(compiled.parties);
  const values: Values = { musts: 0, floor: 0, weight: 0 };
  for (const [startup, investor] of meetings) {
    const request = requestOf.get(startup * investors + investor) ?? -1;
    values.musts += must[request] ?? 0;
    values.weight += weight[request] ?? 0;
    for (const party of [startup, startups + investor]) met[party] = (met[party] as number) + 1;
  }
  met.forEach((count, party) => {
    values.floor += Math.min(count, floor[party] as number);
  });
  return values;
}

/** Negative where the first is worse, in the order of the objectives. */
export function compareValues(one: Values, other: Values): number {
  return one.musts - other.musts || one.floor - other.floor || one.weight - other.weight;
}

/** `mostWeight` is what no timetable's weight exceeds. */
export function unitsFor(compiled: Compiled, mostWeight: number): Units {
  const floor = 1 + mostWeight;
  return { floor, musts: floor * (1 + sum(compiled.floor)) };
}

/** The three values as one number of the same order. */
export function worthOfValues(values: Values, units: Units): number {
  return values.musts * units.musts + values.floor * units.floor + values.weight;
}

/** All musts, all floors, all weight: what nothing exceeds, and seldom anything reaches. */
export function allOf({ must, floor, weight }: Compiled): Values {
  return { musts: sum(must), floor: sum(floor), weight: sum(weight) };
}

/** Those that are above nothing: a condition on the others would only be in the way. */
export function positive({ musts, floor, weight }: Values): Partial<Values> {
  return { ...(musts > 0 && { musts }), ...(floor > 0 && { floor }), ...(weight > 0 && { weight }) };
}

function sum(list: Iterable<number>): number {
  let total = 0;
  for (const each of list) total += each;
  return total;
}

export type StillValid = {
  /** Meetings the instance allows where they were, each taken by itself. To change one is what a repair is charged for. */
  valid: Placed[];
  /** Meetings that cannot take place there any more. */
  lost: Placed[];
  /** By request: the slot of its valid meeting, or -1. */
  home: Int32Array;
};

/** Sorts a former timetable by what a (changed) instance still allows. */
export function stillValid(compiled: Compiled, before: readonly Placed[]): StillValid {
  const home = new Int32Array(compiled.requests).fill(-1);
  const requestOf = requestsByPair(compiled);
  const valid: Placed[] = [];
  const lost: Placed[] = [];
  for (const meeting of before) {
    const [startup, investor, slot] = meeting;
    const request = requestOf.get(startup * compiled.investors + investor);
    if (request !== undefined && home[request] === -1 && isPossible(compiled, request, slot)) {
      home[request] = slot;
      valid.push(meeting);
    } else lost.push(meeting);
  }
  return { valid, lost, home };
}

/** Whether one meeting by itself breaks no rule. */
function isPossible(compiled: Compiled, request: number, slot: number): boolean {
  const locked = compiled.lockedIn[request] as number;
  if (locked >= 0) return locked === slot;
  return slot < compiled.slots && mayMeet(compiled, request, slot);
}
