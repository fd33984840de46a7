import type { Placed } from '../../schema';
import { type SolveFrom, type TimeExpandedOptions, timeExpandedModel } from '../exact/time-expanded';
import type { Compiled } from '../instance';
import { positive, type StillValid, type Units, type Values } from './values';

/** The exact engine and the time it still has; at 0 nothing more is asked of it. */
export type TimedEngine = { solveMip: SolveFrom; secondsLeft: () => number };

/** What the timetable has to reach: each of the three, or all together as one number in `units`. */
export type Target = Values | { units: Units; worth: number };

export type Fewest = {
  /** Null where none was found. */
  meetings: Placed[] | null;
  /** No timetable of that worth has fewer changes than this; infinite where there is no such timetable. */
  atLeast: number;
};

/**
 * The timetable that reaches a target with the fewest changes to valid meetings. `known` is one that does, with so many
 * changes, if there is one: then it is only asked whether fewer do, which leaves out most of the problem.
 */
export async function fewestChangesFor(
  compiled: Compiled,
  former: StillValid,
  target: Target | null,
  known: { meetings: readonly Placed[]; changes: number } | null,
  engine: TimedEngine,
): Promise<Fewest> {
  const valid = former.valid.length;
  const most = known ? known.changes - 1 : valid;
  if (known && most < 0) return { meetings: [...known.meetings], atLeast: 0 };
  const model = timeExpandedModel(compiled, {
    aim: 'kept',
    keep: { meetings: former.valid, atLeast: valid - most },
    within: withinChanges(compiled, former.valid, most),
    ...(target && conditions(target)),
  });
  const answer = await engine.solveMip(model.lp, { seconds: Math.max(0.05, engine.secondsLeft()) });
  if (answer.status === 'infeasible') {
    return known
      ? { meetings: [...known.meetings], atLeast: known.changes }
      : { meetings: null, atLeast: Number.POSITIVE_INFINITY };
  }
  const keptAtMost = answer.bound === null ? valid : Math.floor(answer.bound + 1e-6);
  const found = answer.objective === null ? null : model.meetings(answer.byName);
  return { meetings: found ?? (known && [...known.meetings]), atLeast: Math.max(0, valid - keptAtMost) };
}

function conditions(target: Target): Pick<TimeExpandedOptions, 'units' | 'atLeast'> {
  return 'units' in target
    ? { units: target.units, atLeast: { worth: target.worth } }
    : { atLeast: positive(target) };
}

/**
 * A pair in a slot is out of reach where more valid meetings would have to leave than there are changes: those the two
 * have at that time, those for whom there is no table left, and the one the pair itself has elsewhere.
 */
function withinChanges(compiled: Compiled, valid: readonly Placed[], changes: number) {
  const { slots, startups, investors, capacity, startupOf, investorOf } = compiled;
  const at = new Int32Array(compiled.parties * slots).fill(-1);
  const slotOfPair = new Map<number, number>();
  const load = new Int32Array(slots);
  valid.forEach(([startup, investor, slot], meeting) => {
    at[startup * slots + slot] = meeting;
    at[(startups + investor) * slots + slot] = meeting;
    slotOfPair.set(startup * investors + investor, slot);
    load[slot] = (load[slot] as number) + 1;
  });
  return (request: number, slot: number): boolean => {
    const startup = startupOf[request] as number;
    const investor = investorOf[request] as number;
    const own = slotOfPair.get(startup * investors + investor - startups);
    if (own === slot) return true;
    const one = at[startup * slots + slot] as number;
    const other = at[investor * slots + slot] as number;
    const busy = Number(one !== -1) + Number(other !== -1 && other !== one);
    const outOfTables = (load[slot] as number) + 1 - (capacity[slot] as number);
    return Math.max(busy, outOfTables) + Number(own !== undefined) <= changes;
  };
}
