import type { Instance, Placed } from '../../schema';
import { compile } from '../compile';
import { cellsOf, requestsByPair } from '../exact/cells';
import { timeExpandedModel } from '../exact/time-expanded';
import { InstanceFault } from '../fault';
import type { Compiled } from '../instance';
import { neverStop, type ShouldStop } from '../ports';
import { fewestChangesFor, type TimedEngine } from '../repair/fewest-changes';
import { meetingsAt } from '../repair/options';
import { stillValid } from '../repair/still-valid';
import { allOf, compareValues, unitsFor, type Values, valuesOf, worthOfValues } from '../repair/values';
import { Search } from '../search/search';
import type { Wish } from './why-not';

export type Forced = {
  /** What the best timetable found with this pair reaches, and what none with it exceeds. */
  reached: Values;
  bound: Values;
  /** No timetable with this pair is better in musts, floors and weight, in that order. */
  proved: boolean;
  /** What the former timetable reaches more; below 0 where forcing gains. */
  cost: Values;
  /** With an engine the one among the best that changes the fewest meetings, as far as time allows. */
  meetings: Placed[];
  fewestChanges: boolean;
};

export type ForceOptions = {
  seed?: number;
  /** Moves of the search for each slot the pair could meet in. Default 60,000. */
  iterations?: number;
  shouldStop?: ShouldStop;
  engine?: TimedEngine;
  /** Beyond so many columns (wishes times slots) nothing is tried exactly. Default 20,000. */
  exactColumns?: number;
};

/**
 * The counterfactual: the best timetable in which this wish is met, come what may, and what that costs against the one
 * given. Null where the pair can never meet. Throws an `InstanceFault`.
 */
export async function forceIn(
  instance: Instance,
  timetable: readonly Placed[],
  wish: Wish,
  options: ForceOptions = {},
): Promise<Forced | null> {
  const compiled = compile(instance);
  const request = requestsByPair(compiled).get(wish[0] * compiled.investors + wish[1]);
  const slots = request === undefined ? [] : (cellsOf(compiled)[request] as number[]);
  const searches = slots
    .flatMap((slot) => lockedSearch(instance, [...wish, slot], options))
    .sort((a, b) => compareValues(b.best, a.best));
  if (request === undefined || searches.length === 0) return null;
  const found = bestOf(searches, options);
  const { engine, exactColumns = 20_000 } = options;
  const task: ForceTask = { compiled, request, timetable };
  const exact =
    engine && engine.secondsLeft() > 0 && compiled.requests * compiled.slots <= exactColumns
      ? await closest(task, await exactly(task, found, engine), engine)
      : { ...found, fewestChanges: false };
  const { reached, meetings, bound, fewestChanges } = exact;
  const before = valuesOf(compiled, timetable);
  return {
    reached,
    bound,
    proved: compareValues(reached, bound) === 0,
    cost: {
      musts: before.musts - reached.musts,
      floor: before.floor - reached.floor,
      weight: before.weight - reached.weight,
    },
    meetings,
    fewestChanges,
  };
}

type ForceTask = { compiled: Compiled; request: number; timetable: readonly Placed[] };
type Found = { reached: Values; bound: Values; meetings: Placed[] };

/** The search with the pair locked in one slot; none where other locks do not allow that. */
function lockedSearch(instance: Instance, lock: Placed, options: ForceOptions): Search[] {
  const { seed = 1, shouldStop = neverStop } = options;
  const others = (instance.locks ?? []).filter((each) => each[0] !== lock[0] || each[1] !== lock[1]);
  try {
    return [new Search(compile({ ...instance, locks: [...others, lock] }), { seed, shouldStop })];
  } catch (error) {
    if (error instanceof InstanceFault) return [];
    throw error;
  }
}

/** Slot by slot, the most promising first, until what is found cannot be beaten in those left. */
function bestOf(searches: readonly Search[], { iterations = 60_000 }: ForceOptions): Found {
  let best: Found | null = null;
  for (const search of searches) {
    if (best && compareValues(best.reached, search.best) >= 0) break;
    search.makeDraft();
    search.closeGap(iterations);
    const { plan, compiled } = search;
    if (best && compareValues(plan.reached, best.reached) <= 0) continue;
    const meetings = meetingsAt(compiled, plan.slotOf);
    best = { reached: { ...plan.reached }, bound: (searches[0] as Search).best, meetings };
  }
  const found = best as Found;
  const open = searches.filter((search) => compareValues(search.best, found.reached) > 0);
  return { ...found, bound: { ...(open[0]?.best ?? found.reached) } };
}

/** Asks the engine where the search's own bound leaves a gap. */
async function exactly(task: ForceTask, found: Found, engine: TimedEngine): Promise<Found> {
  const { compiled, request } = task;
  if (compareValues(found.reached, found.bound) === 0) return found;
  const units = unitsFor(compiled, allOf(compiled).weight);
  const model = timeExpandedModel(compiled, { aim: 'worth', units, forced: [request] });
  const answer = await engine.solveMip(model.lp, {
    seconds: Math.max(0.05, engine.secondsLeft()),
    start: model.start(found.meetings),
  });
  if (answer.objective === null) return found;
  const meetings = model.meetings(answer.byName);
  const reached = valuesOf(compiled, meetings);
  const better = compareValues(reached, found.reached) > 0 ? { reached, meetings } : found;
  const isBest =
    answer.bound !== null && Math.floor(answer.bound + 1e-6) <= worthOfValues(better.reached, units);
  return { ...found, ...better, bound: isBest ? better.reached : found.bound };
}

/** Of all that are worth as much, the one nearest to the former timetable. */
async function closest(
  task: ForceTask,
  found: Found,
  engine: TimedEngine,
): Promise<Found & { fewestChanges: boolean }> {
  const { compiled, request, timetable } = task;
  const former = stillValid(compiled, timetable);
  const changesOf = (meetings: readonly Placed[]) =>
    former.valid.length - former.valid.filter(keptIn(meetings)).length;
  const changes = changesOf(found.meetings);
  if (engine.secondsLeft() <= 0) return { ...found, fewestChanges: changes === 0 };
  const known = { meetings: found.meetings, changes };
  const nearest = await fewestChangesFor(compiled, former, found.reached, known, engine, [request]);
  const meetings = nearest.meetings ?? found.meetings;
  return { ...found, meetings, fewestChanges: changesOf(meetings) <= nearest.atLeast };
}

function keptIn(meetings: readonly Placed[]): (meeting: Placed) => boolean {
  const kept = new Set(meetings.map(String));
  return (meeting) => kept.has(String(meeting));
}
