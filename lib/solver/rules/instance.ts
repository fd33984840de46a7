import type { Instance } from '../schema';

/** The pairs that may meet, one index each: a request. */
export type Wishes = {
  requests: number;
  /** By request: its parties, weight, 1 for a must, the slot it is locked in (or -1). */
  startupOf: Int32Array;
  investorOf: Int32Array;
  weight: Int32Array;
  must: Uint8Array;
  lockedIn: Int32Array;
  /** By request: place in `instance.requests`, -1 for a lock without a wish. */
  wishOf: Int32Array;
  /** The request of a pair, by `startup * investors + investor` as numbered in the file. */
  requestOfPair: Map<number, number>;
};

/**
 * An instance as typed arrays. Parties are startups first (`0` to `startups - 1`), then investors (`startups + v`).
 * Requests are those that may ever meet: no-thanks pairs are gone, a lock without a wish stands in with weight 0.
 */
export type Compiled = Wishes & {
  instance: Instance;
  startups: number;
  investors: number;
  parties: number;
  slots: number;
  /** Tables in a slot. */
  capacity: Int32Array;
  /** `party * slots + slot`: 1 where the party may meet at all. */
  free: Uint8Array;
  dayOf: Int32Array;

  /** The requests of party `p` are `requestsOf[requestStart[p]]` up to `requestStart[p + 1]`. */
  requestStart: Int32Array;
  requestsOf: Int32Array;
  /** Slots in which a single pair cannot meet, by `request * slots + slot`; null where there are none. */
  barred: Set<number> | null;

  /** By party: at most, at least, meetings in a row before a rest (0: no limit), table kept all day (-1: none). */
  max: Int32Array;
  floor: Int32Array;
  restAfter: Int32Array;
  fixedTable: Int32Array;
};

/** Whether a pair could meet in a slot, everybody else left aside. */
export function mayMeet(compiled: Compiled, request: number, slot: number): boolean {
  const { free, slots, barred, startupOf, investorOf } = compiled;
  if (free[(startupOf[request] as number) * slots + slot] === 0) return false;
  if (free[(investorOf[request] as number) * slots + slot] === 0) return false;
  return barred === null || !barred.has(request * slots + slot);
}
