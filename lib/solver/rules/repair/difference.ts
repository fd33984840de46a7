import type { Placed } from '../../schema';

export type Moved = { startup: number; investor: number; from: number; to: number };

/** What somebody who knows one timetable has to be told about another. Each list in the order of startup, investor. */
type RepairDifference = {
  kept: Placed[];
  /** The pair meets in both, at another time. */
  moved: Moved[];
  dropped: Placed[];
  added: Placed[];
  /** Those with at least one meeting moved, dropped or added. */
  startupsTouched: number[];
  investorsTouched: number[];
  /** How many those are. */
  partiesTouched: number;
};

/** The way from one timetable to another. Each pair meets at most once in either. */
export function difference(before: readonly Placed[], after: readonly Placed[]): RepairDifference {
  const was = byPair(before);
  const is = byPair(after);
  const kept: Placed[] = [];
  const moved: Moved[] = [];
  for (const [pair, [startup, investor, to]] of is) {
    const from = was.get(pair)?.[2];
    if (from === to) kept.push([startup, investor, to]);
    else if (from !== undefined) moved.push({ startup, investor, from, to });
  }
  const dropped = [...was].filter(([pair]) => !is.has(pair)).map(([, meeting]) => meeting);
  const added = [...is].filter(([pair]) => !was.has(pair)).map(([, meeting]) => meeting);
  const changed = [...dropped, ...added, ...moved.map((each) => [each.startup, each.investor] as const)];
  const startupsTouched = distinct(changed.map(([startup]) => startup));
  const investorsTouched = distinct(changed.map(([, investor]) => investor));
  return {
    kept,
    moved,
    dropped,
    added,
    startupsTouched,
    investorsTouched,
    partiesTouched: startupsTouched.length + investorsTouched.length,
  };
}

/** Numbers rather than words as keys: a timetable may have tens of thousands of meetings. */
function byPair(meetings: readonly Placed[]): Map<number, Placed> {
  const sorted = [...meetings].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return new Map(sorted.map((meeting) => [meeting[0] * 2 ** 26 + meeting[1], meeting]));
}

function distinct(list: readonly number[]): number[] {
  return [...new Set(list)].sort((a, b) => a - b);
}
