import type { Instance, Placed } from '../../schema';
import { compile } from '../compile';
import { requestsByPair } from '../exact/cells';
import { neverStop, type ShouldStop } from '../ports';
import { changesAgainstWorth } from './curve';
import type { TimedEngine } from './fewest-changes';
import {
  fewestChanges,
  meetingsAt,
  meetingsOn,
  optionOf,
  type Repair,
  type RepairTask,
  repairOf,
  type SolvedRepair,
} from './options';
import { provenCurve } from './proven-curve';
import { refill } from './refill';
import { stillValid } from './values';

export type RepairLimits = {
  /** The most changes beyond the fewest that are looked into. Default 12. */
  most?: number;
  /** Insertions the search without the engine may try. Default 120,000; 0: only the option that moves nobody. */
  tries?: number;
  shouldStop?: ShouldStop;
  /** Proves option by option. */
  engine?: TimedEngine;
  /** Beyond so many columns (wishes times slots) nothing is tried exactly. Default 20,000. */
  exactColumns?: number;
  onProgress?: (soFar: Repair) => void;
};

/**
 * A new timetable for a changed instance, close to the one before: `before` are the meetings as published, `instance` what
 * holds now (a party that left has no free slot). What the search finds is told through `onProgress` before the proofs
 * begin. Throws an `InstanceFault`.
 */
export async function repair(
  instance: Instance,
  before: readonly Placed[],
  limits: RepairLimits = {},
): Promise<Repair> {
  const task = openTask(instance, before);
  const found = searched(task, limits);
  limits.onProgress?.(found);
  const { engine, exactColumns = 20_000 } = limits;
  const columns = task.compiled.requests * task.compiled.slots;
  return engine && columns <= exactColumns ? provenCurve(task, found, { ...limits, engine }) : found;
}

/** The same without an engine, at once; nothing is proved but what cannot be otherwise. */
export function repairQuickly(
  instance: Instance,
  before: readonly Placed[],
  limits: RepairLimits = {},
): Repair {
  return searched(openTask(instance, before), limits);
}

/** The option that moves nobody, alone: milliseconds for a cohort, well under a second for thousands of parties. */
export function repairWithoutMoving(instance: Instance, before: readonly Placed[]): SolvedRepair {
  const task = openTask(instance, before);
  return optionOf(task, meetingsOn(refill(task.compiled, task.former.home, task.wasMet)), false);
}

function openTask(instance: Instance, before: readonly Placed[]): RepairTask {
  const compiled = compile(instance);
  const requestOf = requestsByPair(compiled);
  const wasMet = new Uint8Array(compiled.requests);
  for (const [startup, investor] of before) {
    const request = requestOf.get(startup * compiled.investors + investor);
    if (request !== undefined) wasMet[request] = 1;
  }
  return { compiled, before, former: stillValid(compiled, before), wasMet };
}

function searched(task: RepairTask, limits: RepairLimits): Repair {
  const { most = 12, tries = 120_000, shouldStop = neverStop } = limits;
  const board = refill(task.compiled, task.former.home, task.wasMet);
  const first = meetingsOn(board);
  const known = changesAgainstWorth(board, { most: board.changes + most, tries, shouldStop });
  const better = known.flatMap((each) => (each ? [meetingsAt(task.compiled, each.slotOf)] : []));
  const meetings = better.length > 0 ? better : [first];
  const options = meetings.map((each) => optionOf(task, each, false));
  return repairOf(task, options, { fewest: fewestChanges(task), complete: false });
}
