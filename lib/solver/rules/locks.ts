import { InstanceFault } from './fault';
import { type Compiled, mayMeet } from './instance';

/** Refuses locks that no timetable can keep together. Throws an `InstanceFault` with code `lock_contradiction`. */
export function checkLocks(compiled: Compiled): void {
  const { requests, lockedIn, slots, capacity, parties, startups, fixedTable, max } = compiled;
  const busy = new Map<number, number>();
  const tableTaken = new Set<number>();
  const load = new Int32Array(slots);
  const met = new Int32Array(parties);
  for (let request = 0; request < requests; request++) {
    const slot = lockedIn[request] as number;
    if (slot === -1) continue;
    const pair = [compiled.startupOf[request] as number, compiled.investorOf[request] as number] as const;
    const words = `The lock of [${pair[0]}, ${pair[1] - startups}] in slot ${slot}`;
    if (!mayMeet(compiled, request, slot)) refuse(`${words} falls into a blackout.`);
    load[slot] = (load[slot] as number) + 1;
    if ((load[slot] as number) > (capacity[slot] as number)) refuse(`${words} finds no table left.`);
    for (const party of pair) {
      const place = party * slots + slot;
      if (busy.has(place)) refuse(`${words} clashes with another lock.`);
      busy.set(place, request);
      met[party] = (met[party] as number) + 1;
      if ((met[party] as number) > (max[party] as number)) refuse(`${words} is one more than its maximum.`);
    }
    const table = Math.max(fixedTable[pair[0]] as number, fixedTable[pair[1]] as number);
    if (table === -1) continue;
    if (tableTaken.has(table * slots + slot)) refuse(`${words} finds its fixed table taken.`);
    tableTaken.add(table * slots + slot);
  }
  checkRest(compiled, busy);
}

function checkRest({ parties, slots, restAfter, dayOf }: Compiled, busy: Map<number, number>): void {
  for (let party = 0; party < parties; party++) {
    const limit = restAfter[party] as number;
    if (limit === 0) continue;
    let row = 0;
    for (let slot = 0; slot < slots; slot++) {
      if (slot > 0 && dayOf[slot] !== dayOf[slot - 1]) row = 0;
      row = busy.has(party * slots + slot) ? row + 1 : 0;
      if (row > limit) refuse(`Locks up to slot ${slot} leave a party more than ${limit} meetings in a row.`);
    }
  }
}

function refuse(sentence: string): never {
  throw new InstanceFault('lock_contradiction', sentence);
}
