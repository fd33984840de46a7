import type { Placed } from '../../schema';
import { requestsByPair } from '../exact/cells';
import { timeExpandedModel } from '../exact/time-expanded';
import type { Compiled } from '../instance';
import { neverStop } from '../ports';
import { flowBounds, orderedGains } from '../search/bounds';
import { openBoard } from './board';
import { settle } from './curve';
import { type Fewest, fewestChangesFor, type Target, type TimedEngine } from './fewest-changes';
import {
  fewestChanges,
  meetingsOn,
  optionOf,
  type Repair,
  type RepairTask,
  repairOf,
  type SolvedRepair,
} from './options';
import { lay } from './refill';
import { allOf, compareValues, positive, unitsFor, type Values, worthOfValues } from './values';

type Limits = { mostOptions?: number; engine: TimedEngine; onProgress?: (soFar: Repair) => void };

/**
 * The curve of changes against value with a proof for each point. One question is put to the engine again and again: how
 * many changes does a timetable need that is worth more than this one? The answer proves this one the best for all fewer
 * changes, and is the next point. What the search had found further on stays, unproved, when the time is up.
 */
export async function provenCurve(task: RepairTask, searched: Repair, limits: Limits): Promise<Repair> {
  const { engine, mostOptions = 20, onProgress } = limits;
  const top = await unbeatable(task.compiled, engine);
  const { first, fewest } = await withFewestChanges(task, searched, engine);
  const points: SolvedRepair[] = [];
  const questions = new Map<string, Promise<Fewest>>();
  const soFar = (complete: boolean) => repairOf(task, joined(points, searched.options), { fewest, complete });

  for (let current = first; ; ) {
    if (compareValues(current, top) >= 0) {
      add(current, true);
      return soFar(true);
    }
    if (engine.secondsLeft() <= 0 || points.length >= mostOptions) {
      add(current, false);
      return soFar(false);
    }
    const next = await worthMore(current);
    const ahead = next.meetings ? better(next.meetings, searched.options) : null;
    if (ahead && ahead.changes <= current.changes) current = ahead;
    else {
      add(current, next.atLeast > current.changes);
      if (next.atLeast === Number.POSITIVE_INFINITY) return soFar(true);
      if (!ahead || next.atLeast < ahead.changes) return soFar(false);
      onProgress?.(soFar(false));
      current = ahead;
    }
  }

  function add(option: SolvedRepair, proved: boolean): void {
    points.push({ ...option, proved });
  }

  /** What the search already knows to come next is asked for at the same time: no answer needs another. */
  function worthMore(current: SolvedRepair): Promise<Fewest> {
    const answer = ask(current);
    const ahead = knownAbove(current);
    if (ahead && compareValues(ahead, top) < 0) ask(ahead).catch(() => undefined);
    return answer;
  }

  function ask(option: SolvedRepair): Promise<Fewest> {
    const key = [option.musts, option.floor, option.weight].join();
    const asked = questions.get(key);
    if (asked) return asked;
    const target = moreThan(task.compiled, option, top);
    const answer = fewestChangesFor(task.compiled, task.former, target, knownAbove(option), engine);
    questions.set(key, answer);
    return answer;
  }

  function knownAbove(option: SolvedRepair): SolvedRepair | null {
    return searched.options.find((each) => compareValues(each, option) > 0) ?? null;
  }

  /** A timetable of the engine's as an option, improved where that takes no more changes. */
  function better(meetings: Placed[], others: readonly SolvedRepair[]): SolvedRepair {
    const option = settled(task, meetings);
    const rivals = others.filter((other) => other.changes <= option.changes);
    return [option, ...rivals].reduce((best, each) => (compareValues(each, best) > 0 ? each : best));
  }
}

/**
 * What no timetable exceeds, whatever it changes, in the order of the objectives: the flow's bound, its weight lowered to
 * the linear program's over all wishes and slots.
 */
async function unbeatable(compiled: Compiled, { solveMip, secondsLeft }: TimedEngine): Promise<Values> {
  const flow = flowBounds(compiled, orderedGains(compiled), neverStop)?.best;
  const { musts, floor, weight } = flow ?? allOf(compiled);
  const { lp } = timeExpandedModel(compiled, {
    whole: false,
    atLeast: positive({ musts, floor, weight: 0 }),
  });
  const answer = await solveMip(lp, { seconds: Math.max(0.05, secondsLeft()) });
  const isBound = answer.status === 'optimal' && answer.objective !== null;
  const linear = isBound ? Math.floor((answer.objective as number) + 1e-6) : weight;
  return { musts, floor, weight: Math.min(weight, linear) };
}

/** Where musts and floors can rise no more, one more of weight; else one more of all three together. */
function moreThan(compiled: Compiled, current: Values, top: Values): Target {
  const { musts, floor, weight } = current;
  if (musts === top.musts && floor === top.floor) return { musts, floor, weight: weight + 1 };
  const units = unitsFor(compiled, allOf(compiled).weight);
  return { units, worth: worthOfValues(current, units) + 1 };
}

/** The search's first option, or a better one where it is not certain to need the fewest changes. */
async function withFewestChanges(task: RepairTask, searched: Repair, engine: TimedEngine) {
  const first = searched.options[0] as SolvedRepair;
  const fewest = fewestChanges(task);
  if (first.changes <= fewest) return { first, fewest };
  const answer = await fewestChangesFor(task.compiled, task.former, null, first, engine);
  const found = answer.meetings && settled(task, answer.meetings);
  return { first: found && found.changes < first.changes ? found : first, fewest: answer.atLeast };
}

function settled(task: RepairTask, meetings: readonly Placed[]): SolvedRepair {
  const { compiled, former } = task;
  const requestOf = requestsByPair(compiled);
  const slotOf = new Int32Array(compiled.requests).fill(-1);
  for (const [startup, investor, slot] of meetings) {
    slotOf[requestOf.get(startup * compiled.investors + investor) as number] = slot;
  }
  const board = openBoard(compiled, former.home);
  lay(board, slotOf);
  settle(board);
  return optionOf(task, meetingsOn(board), false);
}

/** The search's options beyond the last point, where they are worth more. */
function joined(points: readonly SolvedRepair[], searched: readonly SolvedRepair[]): SolvedRepair[] {
  const last = points.at(-1);
  const further = (each: SolvedRepair, than: SolvedRepair & Values) =>
    each.changes > than.changes && compareValues(each, than) > 0;
  return [...points, ...searched.filter((each) => last === undefined || further(each, last))];
}
