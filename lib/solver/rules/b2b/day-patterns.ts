import { type B2bProblem, meetingsOf, windowsOf } from './problem';

/** Beyond these the model is larger than what it is worth. */
const MOST_SLOTS = 14;
const MOST_COLUMNS = 4000;

/**
 * The crowding of `crowding.ts` in whole people: how many take which day, as a mixed-integer program in CPLEX LP text.
 * People with equally many meetings and the same absences are one; a day is a set of slots, its price its breaks; guests
 * of a slot come in pairs. Its optimum, where meetings are forgotten, no plan can go below; it may lie a break above the
 * bound by prices. Null where there are too many days to list.
 */
export function dayPatterns(problem: B2bProblem, fairness: number): string | null {
  const { slots, tables } = problem;
  if (slots > MOST_SLOTS) return null;
  const most = mostBreaks(problem) === 0 ? fairness : Number.POSITIVE_INFINITY;
  const guests: string[][] = Array.from({ length: slots }, () => []);
  const [prices, rows, days]: [string[], string[], string[]] = [[], [], []];
  for (const [kind, people] of kindsOf(problem)) {
    const taken: string[] = [];
    for (const day of daysFor(kind, slots)) {
      const breaks = Math.max(0, bitsIn(day & ~(day << 1)) - 1);
      if (breaks > most) continue;
      const name = `d${days.length}`;
      days.push(name);
      taken.push(name);
      if (breaks > 0) prices.push(`${breaks} ${name}`);
      for (let slot = 0; slot < slots; slot++) if ((day >> slot) & 1) guests[slot]?.push(name);
    }
    // Nobody's day: left to those who can tell why.
    if (taken.length === 0 || days.length > MOST_COLUMNS) return null;
    rows.push(`${taken.join(' + ')} = ${people}`);
  }
  if (prices.length === 0) return null;
  const used = guests.flatMap((list, slot) => (list.length > 0 ? [{ list, pairs: `p${slot}` }] : []));
  return [
    ...['Minimize', ` breaks: ${prices.join(' + ')}`, 'Subject To'],
    ...rows.map((row, nth) => ` kind${nth}: ${row}`),
    ...used.map(({ list, pairs }) => ` slot_${pairs}: ${list.join(' + ')} - 2 ${pairs} = 0`),
    ...['Bounds', ...used.map(({ pairs }) => ` 0 <= ${pairs} <= ${tables}`)],
    ...['General', ` ${[...days, ...used.map(({ pairs }) => pairs)].join(' ')}`, 'End', ''],
  ].join('\n');
}

/** Breaks the luckiest has at most, whatever the plan. Where it is none, nobody may have more than the fairness. */
export function mostBreaks(problem: B2bProblem): number {
  const each = meetingsOf(problem).map(({ length }) =>
    Math.max(0, Math.min(length - 1, problem.slots - length)),
  );
  return Math.min(...each);
}

type Kind = { count: number; may: number; must: number };

function kindsOf(problem: B2bProblem): Map<Kind, number> {
  const windows = windowsOf(problem);
  const kinds = new Map<string, { kind: Kind; people: number }>();
  for (const own of meetingsOf(problem)) {
    if (own.length === 0) continue;
    const bits = own.map((meeting) =>
      (windows[meeting] as number[]).reduce((all, slot) => all | (1 << slot), 0),
    );
    const may = bits.reduce((all, each) => all | each, 0);
    const must = bits.filter((each) => bitsIn(each) === 1).reduce((all, each) => all | each, 0);
    const key = `${own.length} ${may} ${must}`;
    const found = kinds.get(key) ?? { kind: { count: own.length, may, must }, people: 0 };
    kinds.set(key, { ...found, people: found.people + 1 });
  }
  return new Map([...kinds.values()].map(({ kind, people }) => [kind, people]));
}

function daysFor({ count, may, must }: Kind, slots: number): number[] {
  const all = Array.from({ length: 1 << slots }, (_, day) => day);
  return all.filter((day) => (day & ~may) === 0 && (must & ~day) === 0 && bitsIn(day) === count);
}

function bitsIn(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count++;
  return count;
}
