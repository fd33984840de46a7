import type { Instance } from '../schema';
import { InstanceFault, requireIndex, requireLength } from './fault';
import { type Compiled, mayMeet } from './instance';
import { barredSlots, readWishes, requestsByParty } from './wishes';

/** Checks an instance for sense and lays it out in arrays. Throws an `InstanceFault`. */
export function compile(instance: Instance): Compiled {
  const { slots, startupAvailability, vcAvailability } = instance;
  const startups = startupAvailability.length;
  const investors = vcAvailability.length;
  const parties = startups + investors;
  const capacity = each('tablesPerSlot', instance.tablesPerSlot, slots, 0);
  const fixedTable = fixedTables(instance, startups, investors, capacity);
  const wishes = readWishes(instance, startups, investors, fixedTable);
  const compiled: Compiled = {
    instance,
    startups,
    investors,
    parties,
    slots,
    capacity,
    free: freeSlots([...startupAvailability, ...vcAvailability], capacity, fixedTable, startups),
    dayOf: days(instance),
    ...wishes,
    ...requestsByParty(wishes, parties),
    barred: barredSlots(instance, wishes, startups, investors),
    max: bothSides(
      each('startupMax', instance.startupMax, startups, slots),
      each('vcMax', instance.vcMax, investors, slots),
    ),
    floor: bothSides(
      each('startupFloor', instance.startupFloor, startups, 0),
      each('vcFloor', instance.vcFloor, investors, 0),
    ),
    restAfter: bothSides(
      new Int32Array(startups).fill(instance.startupRestAfter ?? 0),
      new Int32Array(investors).fill(instance.vcRestAfter ?? 0),
    ),
    fixedTable,
  };
  checkLocks(compiled);
  return compiled;
}

function each(
  name: string,
  value: number | number[] | undefined,
  count: number,
  otherwise: number,
): Int32Array {
  if (value === undefined) return new Int32Array(count).fill(otherwise);
  if (typeof value === 'number') return new Int32Array(count).fill(value);
  requireLength(name, value.length, count);
  return Int32Array.from(value);
}

function bothSides(startups: Int32Array, investors: Int32Array): Int32Array {
  const all = new Int32Array(startups.length + investors.length);
  all.set(startups);
  all.set(investors, startups.length);
  return all;
}

function fixedTables(
  instance: Instance,
  startups: number,
  investors: number,
  capacity: Int32Array,
): Int32Array {
  const startupTable = instance.startupTable ?? new Array<number>(startups).fill(-1);
  const vcTable = instance.vcTable ?? new Array<number>(investors).fill(-1);
  requireLength('startupTable', startupTable.length, startups);
  requireLength('vcTable', vcTable.length, investors);
  const tables = capacity.reduce((most, count) => Math.max(most, count), 0);
  for (const table of [...startupTable, ...vcTable])
    requireIndex('A fixed table', table, Math.max(tables, 0));
  return Int32Array.from([...startupTable, ...vcTable]);
}

/** A slot counts as free where there is a table at all, and the party's own table is among them. */
function freeSlots(
  availability: string[],
  capacity: Int32Array,
  fixedTable: Int32Array,
  startups: number,
): Uint8Array {
  const slots = capacity.length;
  const free = new Uint8Array(availability.length * slots);
  availability.forEach((digits, party) => {
    const name = party < startups ? `startupAvailability[${party}]` : `vcAvailability[${party - startups}]`;
    requireLength(name, digits.length, slots);
    for (let slot = 0; slot < slots; slot++) {
      const tables = capacity[slot] as number;
      if (digits.charCodeAt(slot) === 49 && tables > Math.max(0, fixedTable[party] as number)) {
        free[party * slots + slot] = 1;
      }
    }
  });
  return free;
}

function days({ dayStarts, slots }: Instance): Int32Array {
  const starts = dayStarts ?? [];
  const ascending = starts.every((start, day) =>
    day === 0 ? start === 0 : start > (starts[day - 1] as number),
  );
  if (!ascending) {
    throw new InstanceFault('days_out_of_order', 'dayStarts begins with 0 and ascends.');
  }
  for (const start of starts) requireIndex('A day start', start, Math.max(slots, 1));
  const dayOf = new Int32Array(slots);
  for (const start of starts.slice(1))
    for (let slot = start; slot < slots; slot++) dayOf[slot] = (dayOf[slot] as number) + 1;
  return dayOf;
}

/** Refuses locks that no timetable can keep together. Throws an `InstanceFault` with code `lock_contradiction`. */
function checkLocks(compiled: Compiled): void {
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
