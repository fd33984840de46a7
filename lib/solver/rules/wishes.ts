import type { Instance } from '../schema';
import { InstanceFault, requireIndex } from './fault';
import type { Compiled, Wishes } from './instance';

/**
 * Leaves out no-thanks pairs and pairs whose two fixed tables differ; takes in locks that nobody wished, with weight 0.
 * Throws an `InstanceFault` for what contradicts itself.
 */
export function readWishes(
  instance: Instance,
  startups: number,
  investors: number,
  fixedTable: Int32Array,
): Wishes {
  const key = keyOf(startups, investors);
  const refused = new Set((instance.noThanks ?? []).map(([startup, investor]) => key(startup, investor)));
  const wished = new Set<number>();
  const kept: [startup: number, investor: number, weight: number, wish: number][] = [];
  const requestOfPair = new Map<number, number>();
  const keep = (startup: number, investor: number, weight: number, wish: number) =>
    requestOfPair.set(key(startup, investor), kept.push([startup, investor, weight, wish]) - 1);

  instance.requests.forEach(([startup, investor, weight], wish) => {
    const pair = key(startup, investor);
    if (wished.has(pair)) {
      throw new InstanceFault('duplicate_request', `The pair [${startup}, ${investor}] is requested twice.`);
    }
    wished.add(pair);
    const tables = [fixedTable[startup] as number, fixedTable[startups + investor] as number];
    const apart = tables[0] !== -1 && tables[1] !== -1 && tables[0] !== tables[1];
    if (!refused.has(pair) && !apart) keep(startup, investor, weight, wish);
  });
  for (const [startup, investor] of instance.locks ?? []) {
    const pair = key(startup, investor);
    const contradicted = refused.has(pair) ? 'is a no-thanks' : 'sits at two fixed tables';
    if (refused.has(pair) || (wished.has(pair) && !requestOfPair.has(pair))) {
      throw new InstanceFault(
        'lock_contradiction',
        `The locked pair [${startup}, ${investor}] ${contradicted}.`,
      );
    }
    if (!requestOfPair.has(pair)) keep(startup, investor, 0, -1);
  }
  return {
    requests: kept.length,
    startupOf: Int32Array.from(kept, ([startup]) => startup),
    investorOf: Int32Array.from(kept, ([, investor]) => startups + investor),
    weight: Int32Array.from(kept, ([, , weight]) => weight),
    wishOf: Int32Array.from(kept, ([, , , wish]) => wish),
    must: readMusts(instance, key, { refused, wished, requestOfPair, count: kept.length }),
    lockedIn: readLocks(instance, key, requestOfPair, kept.length),
    requestOfPair,
  };
}

type Key = (startup: number, investor: number) => number;

function keyOf(startups: number, investors: number): Key {
  return (startup, investor) => {
    requireIndex('A startup', startup, startups);
    requireIndex('An investor', investor, investors);
    return startup * investors + investor;
  };
}

function readMusts(
  { musts = [] }: Instance,
  key: Key,
  pairs: { refused: Set<number>; wished: Set<number>; requestOfPair: Map<number, number>; count: number },
): Uint8Array {
  const must = new Uint8Array(pairs.count);
  for (const [startup, investor] of musts) {
    const pair = key(startup, investor);
    if (!pairs.wished.has(pair)) {
      throw new InstanceFault(
        'must_without_wish',
        `The must [${startup}, ${investor}] is not among the requests.`,
      );
    }
    if (pairs.refused.has(pair)) {
      throw new InstanceFault(
        'must_with_no_thanks',
        `The must [${startup}, ${investor}] is a no-thanks as well.`,
      );
    }
    const request = pairs.requestOfPair.get(pair);
    if (request !== undefined) must[request] = 1;
  }
  return must;
}

function readLocks(
  { locks = [], slots }: Instance,
  key: Key,
  requestOfPair: Map<number, number>,
  count: number,
): Int32Array {
  const lockedIn = new Int32Array(count).fill(-1);
  for (const [startup, investor, slot] of locks) {
    requireIndex('The slot of a lock', slot, slots);
    const request = requestOfPair.get(key(startup, investor)) as number;
    if (lockedIn[request] !== -1) {
      throw new InstanceFault('lock_contradiction', `The pair [${startup}, ${investor}] is locked twice.`);
    }
    lockedIn[request] = slot;
  }
  return lockedIn;
}

/** The requests of every party, party after party. */
export function requestsByParty(
  { requests, startupOf, investorOf }: Wishes,
  parties: number,
): Pick<Compiled, 'requestStart' | 'requestsOf'> {
  const requestStart = new Int32Array(parties + 1);
  for (const side of [startupOf, investorOf]) {
    for (const party of side) requestStart[party + 1] = (requestStart[party + 1] as number) + 1;
  }
  for (let party = 0; party < parties; party++) {
    requestStart[party + 1] = (requestStart[party + 1] as number) + (requestStart[party] as number);
  }
  const next = requestStart.slice();
  const requestsOf = new Int32Array(2 * requests);
  for (let request = 0; request < requests; request++) {
    for (const party of [startupOf[request] as number, investorOf[request] as number]) {
      const place = next[party] as number;
      requestsOf[place] = request;
      next[party] = place + 1;
    }
  }
  return { requestStart, requestsOf };
}

/** Slots in which a single pair cannot meet, as `request * slots + slot`; null where there are none. */
export function barredSlots(
  { blackouts = [], slots }: Instance,
  { requestOfPair }: Wishes,
  startups: number,
  investors: number,
): Set<number> | null {
  const key = keyOf(startups, investors);
  const barred = new Set<number>();
  for (const [startup, investor, slot] of blackouts) {
    requireIndex('The slot of a blackout', slot, slots);
    const request = requestOfPair.get(key(startup, investor));
    if (request !== undefined) barred.add(request * slots + slot);
  }
  return barred.size > 0 ? barred : null;
}
