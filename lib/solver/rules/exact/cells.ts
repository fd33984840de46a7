import { type Compiled, mayMeet } from '../instance';

/** By request: the slots in which it may take place; a locked one only in its own. */
export function cellsOf(compiled: Compiled): number[][] {
  return Array.from({ length: compiled.requests }, (_, request) => {
    const locked = compiled.lockedIn[request] as number;
    if (locked >= 0) return [locked];
    const slots: number[] = [];
    for (let slot = 0; slot < compiled.slots; slot++) if (mayMeet(compiled, request, slot)) slots.push(slot);
    return slots;
  });
}

/** Requests by `startup * investors + investor`. */
export function requestsByPair(compiled: Compiled): Map<number, number> {
  const { requests, startupOf, investorOf, startups, investors } = compiled;
  const found = new Map<number, number>();
  for (let request = 0; request < requests; request++) {
    const investor = (investorOf[request] as number) - startups;
    found.set((startupOf[request] as number) * investors + investor, request);
  }
  return found;
}
