import type { Instance, Placed } from '@/lib/solver/schema';

/** Every legal timetable of a small instance, the empty one included: wish by wish, slot by slot. */
export function everyTimetable(instance: Instance): Placed[][] {
  const found: Placed[][] = [];
  const locked = new Set((instance.locks ?? []).map(String));
  const extend = (at: number, placed: Placed[]) => {
    const request = instance.requests[at];
    if (!request) {
      const kept = [...locked].every((lock) => placed.some((meeting) => String(meeting) === lock));
      if (kept && isLegal(instance, placed)) found.push(placed);
      return;
    }
    extend(at + 1, placed);
    for (let slot = 0; slot < instance.slots; slot++) {
      const next: Placed[] = [...placed, [request[0], request[1], slot]];
      if (isLegal(instance, next)) extend(at + 1, next);
    }
  };
  extend(0, []);
  return found;
}

export function weightOf(instance: Instance, placed: readonly Placed[]): number {
  return placed.reduce(
    (sum, [s, v]) =>
      sum + (instance.requests.find((request) => request[0] === s && request[1] === v)?.[2] ?? 0),
    0,
  );
}

/** Musts met, meetings towards the floors, weight: bigger is better from left to right. */
export function levelsOf(instance: Instance, placed: readonly Placed[]): [number, number, number] {
  const musts = (instance.musts ?? []).filter(([s, v]) =>
    placed.some((meeting) => meeting[0] === s && meeting[1] === v),
  );
  const towards = (floor: Instance['startupFloor'], side: 0 | 1, parties: number) =>
    Array.from({ length: parties }, (_, party) => {
      const least = typeof floor === 'number' ? floor : (floor?.[party] ?? 0);
      return Math.min(least, placed.filter((meeting) => meeting[side] === party).length);
    }).reduce((sum, each) => sum + each, 0);
  const floors =
    towards(instance.startupFloor, 0, instance.startupAvailability.length) +
    towards(instance.vcFloor, 1, instance.vcAvailability.length);
  return [musts.length, floors, weightOf(instance, placed)];
}

/** The hard rules but for locks, which only a whole timetable can keep. All of them pass from a set to its subsets. */
export function isLegal(instance: Instance, placed: readonly Placed[]): boolean {
  const { requests, noThanks = [], blackouts = [] } = instance;
  return (
    placed.every(
      ([s, v, slot]) =>
        instance.startupAvailability[s]?.[slot] === '1' &&
        instance.vcAvailability[v]?.[slot] === '1' &&
        requests.some((request) => request[0] === s && request[1] === v) &&
        !noThanks.some((pair) => pair[0] === s && pair[1] === v) &&
        !blackouts.some((each) => each[0] === s && each[1] === v && each[2] === slot) &&
        tablesAllow(instance, placed, slot),
    ) &&
    repeats(placed.map(([s, v]) => `${s} ${v}`)) === 0 &&
    sideAllows(instance, placed, 0) &&
    sideAllows(instance, placed, 1)
  );
}

function tablesAllow(instance: Instance, placed: readonly Placed[], slot: number): boolean {
  const { tablesPerSlot } = instance;
  const tables = typeof tablesPerSlot === 'number' ? tablesPerSlot : (tablesPerSlot[slot] ?? 0);
  const here = placed.filter((meeting) => meeting[2] === slot);
  const kept: number[] = [];
  for (const [s, v] of here) {
    const own = instance.startupTable?.[s] ?? -1;
    const other = instance.vcTable?.[v] ?? -1;
    if (own >= 0 && other >= 0 && own !== other) return false;
    if (Math.max(own, other) >= 0) kept.push(Math.max(own, other));
  }
  return here.length <= tables && repeats(kept) === 0 && kept.every((table) => table < tables);
}

function sideAllows(instance: Instance, placed: readonly Placed[], side: 0 | 1): boolean {
  const max = side === 0 ? instance.startupMax : instance.vcMax;
  const rest = side === 0 ? instance.startupRestAfter : instance.vcRestAfter;
  const starts = instance.dayStarts ?? [0];
  const day = (slot: number) => starts.filter((start) => start <= slot).length;
  return [...new Set(placed.map((meeting) => meeting[side]))].every((party) => {
    const slots = placed.filter((meeting) => meeting[side] === party).map((meeting) => meeting[2]);
    if (repeats(slots) > 0 || slots.length > (typeof max === 'number' ? max : (max?.[party] ?? Infinity)))
      return false;
    if (rest === undefined) return true;
    return !slots.some((slot) =>
      Array.from({ length: rest + 1 }, (_, on) => slot + on).every(
        (each) => slots.includes(each) && day(each) === day(slot),
      ),
    );
  });
}

function repeats(list: readonly unknown[]): number {
  return list.length - new Set(list).size;
}
