import { neverStop, type ShouldStop } from '../ports';
import { AlternatingPath } from './alternating-path';
import { placeByPath, placeFree } from './place';
import type { Plan } from './plan';

/** Pairs of slots tried for a request in the first draft. */
const ATTEMPTS = 64;

/**
 * The first draft: places the pairs that the flow chose, those with the least freedom first, then whatever else still
 * finds a place, the most valuable first. Stops where it is when asked to.
 */
export function draft(plan: Plan, chosen: Uint8Array, shouldStop: ShouldStop = neverStop): void {
  const path = new AlternatingPath(plan);
  const { requests, slots } = plan.compiled;
  const order = byFreedom(plan, chosen);
  let steps = 0;
  const place = (request: number) => {
    if (plan.slotOf[request] !== -1) return;
    if (!placeFree(plan, request)) placeByPath(plan, path, request, ATTEMPTS, request % Math.max(slots, 1));
    plan.commit();
  };
  for (const request of order) {
    if (++steps % 256 === 0 && shouldStop()) return;
    place(request);
  }
  const others = Array.from({ length: requests }, (_, request) => request).filter(
    (request) => plan.slotOf[request] === -1,
  );
  const { weight, must } = plan.compiled;
  const worth = (request: number) =>
    plan.gains.must * (must[request] as number) + plan.gains.weight * (weight[request] as number);
  others.sort((one, other) => worth(other) - worth(one) || one - other);
  for (const request of others) {
    if (++steps % 256 === 0 && shouldStop()) return;
    if (!plan.hasRoom(request)) continue;
    place(request);
  }
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
