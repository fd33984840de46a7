import type { Placed } from '../../schema';
import type { Compiled } from '../instance';
import type { Board } from './board';
import { difference } from './difference';
import { type StillValid, type Values, valuesOf } from './values';

export type SolvedRepair = Values & {
  /** Meetings still allowed where they were that are not there any more: moved or dropped. */
  changes: number;
  /** Against the former timetable as a whole, lost meetings included. */
  moved: number;
  dropped: number;
  added: number;
  partiesTouched: number;
  placed: number;
  /** No timetable with so many changes or fewer is better. */
  proved: boolean;
  meetings: Placed[];
};

export type Repair = {
  /** How many meetings there were, and how many of them the change made impossible by themselves. */
  before: number;
  lost: number;
  /** From the fewest changes on; each better than the one before. At least one. */
  options: SolvedRepair[];
  /** Index of the option to offer: the fewest changes with which as many musts and floors are met as with any option. */
  recommended: number;
  /** Whether the first option is proved to need the fewest changes. */
  fewestProved: boolean;
  /** Whether more changes than the last option are proved to gain nothing. */
  complete: boolean;
};

/** The changed instance, the former timetable and what of it may stay; `wasMet` by request. */
export type RepairTask = {
  compiled: Compiled;
  before: readonly Placed[];
  former: StillValid;
  wasMet: Uint8Array;
};

export function optionOf(task: RepairTask, meetings: Placed[], proved: boolean): SolvedRepair {
  const changed = difference(task.before, meetings);
  const { slots, investors } = task.compiled;
  const place = ([startup, investor, slot]: Placed) => (startup * investors + investor) * slots + slot;
  const kept = new Set(meetings.map(place));
  return {
    ...valuesOf(task.compiled, meetings),
    changes: task.former.valid.filter((meeting) => !kept.has(place(meeting))).length,
    moved: changed.moved.length,
    dropped: changed.dropped.length,
    added: changed.added.length,
    partiesTouched: changed.partiesTouched,
    placed: meetings.length,
    proved,
    meetings,
  };
}

export function repairOf(
  task: RepairTask,
  options: SolvedRepair[],
  { fewest, complete }: { fewest: number; complete: boolean },
): Repair {
  const musts = Math.max(...options.map((option) => option.musts));
  const floor = Math.max(...options.filter((each) => each.musts === musts).map((option) => option.floor));
  return {
    before: task.before.length,
    lost: task.former.lost.length,
    options,
    recommended: options.findIndex((option) => option.musts === musts && option.floor === floor),
    fewestProved: (options[0]?.changes ?? 0) <= fewest,
    complete,
  };
}

/** So many valid meetings have to go at least, because their slot holds fewer. */
export function fewestChanges({ compiled, former }: RepairTask): number {
  const load = new Int32Array(compiled.slots);
  for (const [, , slot] of former.valid) load[slot] = (load[slot] as number) + 1;
  return load.reduce((sum, count, slot) => sum + Math.max(0, count - (compiled.capacity[slot] as number)), 0);
}

export function meetingsOn(board: Board): Placed[] {
  return meetingsAt(board.compiled, board.slotOf);
}

/** A timetable from slots by request, in the order of requests. */
export function meetingsAt(
  { startupOf, investorOf, startups, requests }: Compiled,
  slotOf: Int32Array,
): Placed[] {
  const meetings: Placed[] = [];
  for (let request = 0; request < requests; request++) {
    const slot = slotOf[request] as number;
    if (slot >= 0) {
      meetings.push([startupOf[request] as number, (investorOf[request] as number) - startups, slot]);
    }
  }
  return meetings;
}
