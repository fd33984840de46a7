import { lane } from './lane';

/**
 * How many reads are under way at once in this process, which has 20 connections: of one person, and of those over a whole
 * program of one person and of all. A page asks some ten at once; what waits holds no connection.
 */
const READS_OF_ONE = { atOnce: 8, waiting: 100, retryAfter: 5 };
const WIDE_OF_ONE = { atOnce: 4, waiting: 40, retryAfter: 10 };
const WIDE_OF_ALL = { atOnce: 12, waiting: 200, retryAfter: 10 };

const wideOfAll = lane('wide_read', WIDE_OF_ALL);

/** Runs a person's read in its turn. `isWide`: it goes over a whole program. Throws too_many when too many wait already. */
export function inReadLane<T>(personId: string, isWide: boolean, read: () => Promise<T>): Promise<T> {
  if (!isWide) return lane(`read ${personId}`, READS_OF_ONE)(read);
  return lane(
    `wide_read ${personId}`,
    WIDE_OF_ONE,
  )(() => lane(`read ${personId}`, READS_OF_ONE)(() => wideOfAll(read)));
}
