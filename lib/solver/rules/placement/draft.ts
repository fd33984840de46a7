import { neverStop, type ShouldStop } from '../ports';
import { AlternatingPath } from './alternating-path';
import { placeByPath, placeFree } from './place';
import type { Plan } from './plan';

/** Pairs of slots tried for a request in the first draft. */
const ATTEMPTS = 64;

/**
 * The first draft: places the pairs that the flow chose, those with the least freedom first, by clearing a slot along a
 * path where the two share none; then whatever else still finds a place, the most valuable first. When stopped it still
 * places who is free, which is quick: there is a timetable however early that is.
 */
export function draft(plan: Plan, chosen: Uint8Array, shouldStop: ShouldStop = neverStop): void {
  const path = new AlternatingPath(plan);
  let isStopped = false;
  let steps = 0;
  for (const request of [...byFreedom(plan, chosen), ...byWorth(plan, chosen)]) {
    if (++steps % 64 === 0) isStopped ||= shouldStop();
    if (!plan.hasRoom(request)) continue;
    if (!placeFree(plan, request) && !isStopped) {
      placeByPath(plan, path, request, ATTEMPTS, request % plan.compiled.slots);
    }
    plan.commit();
  }
}

/** The requests that the flow did not choose, by what they gain. */
function byWorth({ compiled, gains, slotOf }: Plan, chosen: Uint8Array): number[] {
  const { weight, must } = compiled;
  const worth = (request: number) =>
    gains.must * (must[request] as number) + gains.weight * (weight[request] as number);
  return Array.from(chosen.keys())
    .filter((request) => chosen[request] === 0 && slotOf[request] === -1)
    .sort((one, other) => worth(other) - worth(one) || one - other);
}

/** The chosen requests, by how many free slots its tighter party has beyond its chosen meetings. */
function byFreedom({ compiled }: Plan, chosen: Uint8Array): Int32Array {
  const { parties, slots, free, requests, startupOf, investorOf, lockedIn } = compiled;
  const freedom = new Int32Array(parties);
  for (let place = 0; place < free.length; place++) {
    if (free[place] === 1) {
      const party = Math.floor(place / slots);
      freedom[party] = (freedom[party] as number) + 1;
    }
  }
  for (let request = 0; request < requests; request++) {
    if (chosen[request] === 0) continue;
    for (const party of [startupOf[request] as number, investorOf[request] as number]) {
      freedom[party] = (freedom[party] as number) - 1;
    }
  }
  const key = (request: number) =>
    Math.min(
      freedom[startupOf[request] as number] as number,
      freedom[investorOf[request] as number] as number,
    );
  const list: number[] = [];
  for (let request = 0; request < requests; request++) {
    if (chosen[request] === 1 && lockedIn[request] === -1) list.push(request);
  }
  return Int32Array.from(list.sort((one, other) => key(one) - key(other) || one - other));
}
