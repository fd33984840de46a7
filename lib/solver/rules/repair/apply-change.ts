import { z } from 'zod';
import type { Instance, Placed } from '../../schema';
import { requireIndex } from '../fault';

const index = z.int().min(0);

/**
 * What happened, as the command line and the product tell it: `npm run -s timetable -- repair ANSWER CHANGE` reads this.
 * Indices as in the instance, 0-based. A slot so late that nobody can meet in it is lost; a delay of the whole day concerns
 * the clock on the wall and no meeting.
 */
export const repairChangeSchema = z.strictObject({
  /** Parties that take part no more. */
  startupsGone: z.array(index).default([]),
  vcsGone: z.array(index).default([]),
  slotsLost: z.array(index).default([]),
  /** `[slot, how many tables fewer]`. */
  tablesLost: z.array(z.tuple([index, z.int().min(1)])).default([]),
  /** `[party, slot]` in which it is not free any more, or free after all. */
  startupsAway: z.array(z.tuple([index, index])).default([]),
  vcsAway: z.array(z.tuple([index, index])).default([]),
  startupsBack: z.array(z.tuple([index, index])).default([]),
  vcsBack: z.array(z.tuple([index, index])).default([]),
  /** `[startup, investor, slot]`: one of the people of this pair is away, though both parties could meet others. */
  blackoutsAdded: z.array(z.tuple([index, index, index])).default([]),
  noThanksAdded: z.array(z.tuple([index, index])).default([]),
  requestsAdded: z.array(z.tuple([index, index, z.int().min(1)])).default([]),
  /** Slots before this one are over: their meetings stay, and none is added. */
  fromSlot: index.default(0),
});

export type RepairChange = z.infer<typeof repairChangeSchema>;

export type Changed = {
  instance: Instance;
  /** Locks that what happened has made impossible. */
  locksReleased: Placed[];
};

/**
 * The instance as it is after a change. Parties and slots keep their numbers: who left has no free slot, a lost slot no
 * table. Throws an `InstanceFault` where the change names something that does not exist.
 */
export function applyChange(instance: Instance, before: readonly Placed[], change: RepairChange): Changed {
  requireKnown(instance, change);
  const { fromSlot } = change;
  const history = before.filter(([, , slot]) => slot < fromSlot);
  const free = {
    startupAvailability: availability(instance.startupAvailability, {
      gone: change.startupsGone,
      met: history.map(([startup, , slot]) => `${startup},${slot}`),
      away: change.startupsAway,
      back: change.startupsBack,
      fromSlot,
    }),
    vcAvailability: availability(instance.vcAvailability, {
      gone: change.vcsGone,
      met: history.map(([, investor, slot]) => `${investor},${slot}`),
      away: change.vcsAway,
      back: change.vcsBack,
      fromSlot,
    }),
  };
  const tablesPerSlot = tables(instance, change);
  const changed: Instance = {
    ...instance,
    ...free,
    tablesPerSlot,
    ...tablesKept(instance, tablesPerSlot),
    requests: withRequests(instance, change),
    noThanks: [...(instance.noThanks ?? []), ...change.noThanksAdded],
    blackouts: [
      ...(instance.blackouts ?? []),
      ...change.blackoutsAdded.filter(([, , slot]) => slot >= fromSlot),
    ],
  };
  return withLocks(changed, instance.locks ?? [], history);
}

type PartyChange = {
  gone: number[];
  /** `party,slot` of what is over. */
  met: string[];
  away: [number, number][];
  back: [number, number][];
  fromSlot: number;
};

function availability(all: readonly string[], { gone, met, away, back, fromSlot }: PartyChange): string[] {
  const out = new Set(gone);
  const over = new Set(met);
  const pairs = (list: [number, number][]) => new Set(list.map(String));
  const [left, returned] = [pairs(away), pairs(back)];
  return all.map((digits, party) =>
    [...digits]
      .map((digit, slot) => {
        if (slot < fromSlot) return over.has(`${party},${slot}`) ? '1' : '0';
        if (out.has(party) || left.has(`${party},${slot}`)) return '0';
        return returned.has(`${party},${slot}`) ? '1' : digit;
      })
      .join(''),
  );
}

function tables({ tablesPerSlot, slots }: Instance, change: RepairChange): number[] {
  return Array.from({ length: slots }, (_, slot) => {
    const had = typeof tablesPerSlot === 'number' ? tablesPerSlot : (tablesPerSlot[slot] ?? 0);
    if (slot < change.fromSlot) return had;
    if (change.slotsLost.includes(slot)) return 0;
    const lost = change.tablesLost
      .filter(([where]) => where === slot)
      .reduce((sum, each) => sum + each[1], 0);
    return Math.max(0, had - lost);
  });
}

/** Whose table is gone all day keeps none. */
function tablesKept({ startupTable, vcTable }: Instance, tablesPerSlot: readonly number[]) {
  const most = Math.max(0, ...tablesPerSlot);
  const still = (table: number) => (table < most ? table : -1);
  return {
    ...(startupTable && { startupTable: startupTable.map(still) }),
    ...(vcTable && { vcTable: vcTable.map(still) }),
  };
}

function withRequests({ requests }: Instance, { requestsAdded }: RepairChange): Instance['requests'] {
  const key = ([startup, investor]: readonly number[]) => `${startup},${investor}`;
  const fresh = new Set(requestsAdded.map(key));
  return [...requests.filter((request) => !fresh.has(key(request))), ...requestsAdded];
}

/** What is over stays as it was; a lock stays where what happened leaves it possible. */
function withLocks(changed: Instance, locks: readonly Placed[], history: readonly Placed[]): Changed {
  const over = new Set(history.map(String));
  const refused = new Set((changed.noThanks ?? []).map(String));
  const barred = new Set((changed.blackouts ?? []).map(String));
  const left = [...(changed.tablesPerSlot as number[])];
  const kept: Placed[] = [];
  const locksReleased: Placed[] = [];
  for (const lock of [...history, ...locks.filter((each) => !over.has(String(each)))]) {
    const [startup, investor, slot] = lock;
    const table = Math.max(changed.startupTable?.[startup] ?? -1, changed.vcTable?.[investor] ?? -1);
    const possible =
      over.has(String(lock)) ||
      (table < ((changed.tablesPerSlot as number[])[slot] ?? 0) &&
        changed.startupAvailability[startup]?.[slot] === '1' &&
        changed.vcAvailability[investor]?.[slot] === '1' &&
        !refused.has(`${startup},${investor}`) &&
        !barred.has(String(lock)));
    if (possible && (left[slot] as number) > 0) {
      left[slot] = (left[slot] as number) - 1;
      kept.push(lock);
    } else locksReleased.push(lock);
  }
  const met = new Set(history.map(([startup, investor]) => `${startup},${investor}`));
  const noThanks = (changed.noThanks ?? []).filter((pair) => !met.has(String(pair)));
  return { instance: { ...changed, noThanks, locks: kept }, locksReleased };
}

function requireKnown(instance: Instance, change: RepairChange): void {
  const { slots } = instance;
  const startups = instance.startupAvailability.length;
  const investors = instance.vcAvailability.length;
  for (const startup of [
    ...change.startupsGone,
    ...[
      ...change.startupsAway,
      ...change.startupsBack,
      ...change.blackoutsAdded,
      ...change.noThanksAdded,
      ...change.requestsAdded,
    ].map(([each]) => each),
  ]) {
    requireIndex('A startup', startup, startups);
  }
  for (const investor of [
    ...change.vcsGone,
    ...[...change.vcsAway, ...change.vcsBack].map(([each]) => each),
    ...[...change.blackoutsAdded, ...change.noThanksAdded, ...change.requestsAdded].map(([, each]) => each),
  ]) {
    requireIndex('An investor', investor, investors);
  }
  for (const slot of [
    ...change.slotsLost,
    ...change.tablesLost.map(([each]) => each),
    ...[...change.startupsAway, ...change.vcsAway, ...change.startupsBack, ...change.vcsBack].map(
      ([, each]) => each,
    ),
    ...change.blackoutsAdded.map(([, , each]) => each),
  ]) {
    requireIndex('A slot', slot, slots);
  }
}
