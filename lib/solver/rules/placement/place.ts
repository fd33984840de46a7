import { mayMeet } from '../instance';
import type { AlternatingPath } from './alternating-path';
import type { Plan } from './plan';

/** Puts a request where both are free and tables are least used; false where there is no such slot. */
export function placeFree(plan: Plan, request: number): boolean {
  const { compiled, load } = plan;
  const { slots, capacity } = compiled;
  let best = -1;
  let bestShare = 2;
  for (let slot = 0; slot < slots; slot++) {
    if (!plan.canPut(request, slot)) continue;
    const share = (load[slot] as number) / (capacity[slot] as number);
    if (share >= bestShare) continue;
    best = slot;
    bestShare = share;
  }
  if (best === -1) return false;
  plan.put(request, best);
  return true;
}

/**
 * Puts a request by clearing a slot for it: one of the two is idle in slot `a`, the other in slot `b`, and swapping `a`
 * and `b` along a path makes both idle in one of them. Tries at most `attempts` pairs of slots, beginning at `offset`.
 */
export function placeByPath(
  plan: Plan,
  path: AlternatingPath,
  request: number,
  attempts: number,
  offset: number,
): boolean {
  const { compiled } = plan;
  if (!plan.hasRoom(request)) return false;
  const { slots, startupOf, investorOf } = compiled;
  const startup = startupOf[request] as number;
  const investor = investorOf[request] as number;
  let tried = 0;
  for (let i = 0; i < slots; i++) {
    const a = (i + offset) % slots;
    if (!plan.isIdle(startup, a)) continue;
    const reachable = mayMeet(compiled, request, a);
    for (let j = 0; j < slots; j++) {
      const b = (j + offset) % slots;
      if (a === b || !plan.isIdle(investor, b)) continue;
      if (++tried > attempts) return false;
      if (reachable && clear(plan, path, request, investor, a, b)) return true;
      if (mayMeet(compiled, request, b) && clear(plan, path, request, startup, b, a)) return true;
    }
  }
  return false;
}

/** Makes `party` idle in `slot` by swapping it with `other`, and puts the request there. */
function clear(
  plan: Plan,
  path: AlternatingPath,
  request: number,
  party: number,
  slot: number,
  other: number,
): boolean {
  const mark = plan.mark;
  if (!path.find(party, slot, other) || !path.swap(slot, other, 1)) return false;
  if (plan.canPut(request, slot)) {
    plan.put(request, slot);
    return true;
  }
  plan.undoTo(mark);
  return false;
}
