import type { Instance, LevelName, Placed } from '../../schema';

/** What a timetable reaches on every level, counted from the file. Shares no code with the solver. */
export function recount(
  instance: Instance,
  meetings: readonly Placed[],
  tables?: readonly number[],
): Record<LevelName, number> {
  const weights = new Map(instance.requests.map(([s, v, weight]) => [`${s},${v}`, weight]));
  const musts = new Set((instance.musts ?? []).map((pair) => pair.join()));
  const days = dayOf(instance);
  const visits = { startups: new Map<number, Visit[]>(), investors: new Map<number, Visit[]>() };
  let weight = 0;
  let met = 0;
  meetings.forEach(([s, v, slot], meeting) => {
    weight += weights.get(`${s},${v}`) ?? 0;
    if (musts.has(`${s},${v}`)) met++;
    const visit = { slot, day: days(slot), table: tables?.[meeting] ?? 0 };
    visits.startups.set(s, [...(visits.startups.get(s) ?? []), visit]);
    visits.investors.set(v, [...(visits.investors.get(v) ?? []), visit]);
  });
  const all = [...visits.startups.values(), ...visits.investors.values()];
  const perStartup = instance.startupAvailability.map((_, s) => visits.startups.get(s)?.length ?? 0);
  return {
    musts: met,
    floor:
      lifted(instance.startupFloor, instance.startupAvailability.length, visits.startups) +
      lifted(instance.vcFloor, instance.vcAvailability.length, visits.investors),
    weight,
    breaks: sum(all.map((list) => countBetween(list, (one, next) => next.slot > one.slot + 1))),
    fairness: perStartup.length === 0 ? 0 : largest(perStartup) - smallest(perStartup),
    table_changes: sum(all.map((list) => countBetween(list, (one, next) => next.table !== one.table))),
  };
}

type Visit = { slot: number; day: number; table: number };

function dayOf({ dayStarts = [] }: Instance): (slot: number) => number {
  return (slot) => dayStarts.filter((start) => start <= slot).length;
}

/** Meetings that follow each other within a day and fit the description. */
function countBetween(visits: Visit[], fits: (one: Visit, next: Visit) => boolean): number {
  const sorted = visits.toSorted((one, next) => one.slot - next.slot);
  return sorted.slice(1).filter((next, before) => {
    const one = sorted[before] as Visit;
    return one.day === next.day && fits(one, next);
  }).length;
}

function lifted(floor: number | number[] | undefined, count: number, visits: Map<number, Visit[]>): number {
  const least = (index: number) => (typeof floor === 'number' ? floor : floor?.[index]) ?? 0;
  return sum(
    Array.from({ length: count }, (_, index) => Math.min(least(index), visits.get(index)?.length ?? 0)),
  );
}

const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
const largest = (list: readonly number[]) => list.reduce((most, each) => Math.max(most, each));
const smallest = (list: readonly number[]) => list.reduce((least, each) => Math.min(least, each));
