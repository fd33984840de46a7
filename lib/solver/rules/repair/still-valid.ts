import type { Placed } from '../../schema';
import { requestsByPair } from '../exact/cells';
import { type Compiled, mayMeet } from '../instance';

export type StillValid = {
  /** Meetings the instance allows where they were, each taken by itself. To change one is what a repair is charged for. */
  valid: Placed[];
  /** Meetings that cannot take place there any more. */
  lost: Placed[];
  /** By request: the slot of its valid meeting, or -1. */
  home: Int32Array;
};

/** Sorts a former timetable by what a (changed) instance still allows. */
export function stillValid(compiled: Compiled, before: readonly Placed[]): StillValid {
  const home = new Int32Array(compiled.requests).fill(-1);
  const requestOf = requestsByPair(compiled);
  const valid: Placed[] = [];
  const lost: Placed[] = [];
  for (const meeting of before) {
    const [startup, investor, slot] = meeting;
    const request = requestOf.get(startup * compiled.investors + investor);
    if (request !== undefined && home[request] === -1 && isPossible(compiled, request, slot)) {
      home[request] = slot;
      valid.push(meeting);
    } else lost.push(meeting);
  }
  return { valid, lost, home };
}

/** Whether one meeting by itself breaks no rule. */
function isPossible(compiled: Compiled, request: number, slot: number): boolean {
  const locked = compiled.lockedIn[request] as number;
  if (locked >= 0) return locked === slot;
  return slot < compiled.slots && mayMeet(compiled, request, slot);
}
