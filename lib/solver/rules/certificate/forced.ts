import type { Instance } from '../../schema';

/** What the locks alone force on the objectives that are minimised: no timetable can go below. */
export type Forced = { breaks: number; fairness: number; table_changes: number };

/**
 * Between two locks of a party on one day lies a break where it cannot meet in some slot between, and a change of
 * tables where the two are held at different fixed ones; a startup with many locks is ahead of one that cannot have as
 * many meetings. Shares no code with the solver.
 */
export function forcedByLocks(instance: Instance): Forced {
  const locks = instance.locks ?? [];
  const forced: Forced = { breaks: 0, fairness: fairnessForced(instance), table_changes: 0 };
  for (const side of [0, 1] as const) {
    const availability = side === 0 ? instance.startupAvailability : instance.vcAvailability;
    for (const party of new Set(locks.map((lock) => lock[side]))) {
      const own = locks.filter((lock) => lock[side] === party).toSorted((one, next) => one[2] - next[2]);
      own.slice(1).forEach((next, before) => {
        const one = own[before] ?? next;
        if (dayOf(instance, one[2]) !== dayOf(instance, next[2])) return;
        for (let slot = one[2] + 1; slot < next[2]; slot++) {
          if (availability[party]?.[slot] === '1' && tablesIn(instance, slot) > 0) continue;
          forced.breaks++;
          break;
        }
        const [from, to] = [tableOf(instance, one), tableOf(instance, next)];
        if (from !== -1 && to !== -1 && from !== to) forced.table_changes++;
      });
    }
  }
  return forced;
}

function fairnessForced(instance: Instance): number {
  const locks = instance.locks ?? [];
  if (locks.length === 0) return 0;
  const pairs = [...instance.requests, ...locks].map(([startup, investor]) => `${startup},${investor}`);
  const wishes = [...new Set(pairs)].map((pair) => Number(pair.split(',')[0]));
  const counted = instance.startupAvailability.map((bits, startup) => {
    const { startupMax = instance.slots } = instance;
    const max = typeof startupMax === 'number' ? startupMax : (startupMax[startup] ?? 0);
    const free = [...bits].filter((bit, slot) => bit === '1' && tablesIn(instance, slot) > 0).length;
    const wished = wishes.filter((each) => each === startup).length;
    return { least: locks.filter((lock) => lock[0] === startup).length, most: Math.min(free, max, wished) };
  });
  const ahead = counted.reduce((most, { least }) => Math.max(most, least), 0);
  const behind = counted.reduce((least, { most }) => Math.min(least, most), instance.slots);
  return Math.max(0, ahead - behind);
}

function dayOf({ dayStarts = [] }: Instance, slot: number): number {
  return dayStarts.filter((start) => start <= slot).length;
}

function tablesIn({ tablesPerSlot }: Instance, slot: number): number {
  return typeof tablesPerSlot === 'number' ? tablesPerSlot : (tablesPerSlot[slot] ?? 0);
}

function tableOf({ startupTable, vcTable }: Instance, [startup, investor]: readonly number[]): number {
  return Math.max(startupTable?.[startup ?? -1] ?? -1, vcTable?.[investor ?? -1] ?? -1);
}
