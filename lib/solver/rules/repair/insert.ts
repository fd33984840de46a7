import { mayMeet } from '../instance';
import { type Board, canPlace, keptTable, place, remove } from './board';

export type InsertLimits = {
  /** How many more changes to meetings that are where they were. */
  spare: number;
  /** Let those in the way push others aside in turn. Default false. */
  deep?: boolean;
  /** Everybody in the way must find another place. Default false: who finds none is dropped. */
  keepAll?: boolean;
};

/** A move on the board: a request left a slot (-1: was not placed) for another (-1: is not placed any more). */
export type Step = { request: number; from: number; to: number };

/**
 * Places a request in a slot, moving aside whoever is in the way, or dropping them for want of a place. Null, and the
 * board as before, where that breaks a rule, exceeds the limits, or makes the timetable worth no more.
 */
export function insert(board: Board, request: number, slot: number, limits: InsertLimits): Step[] | null {
  const allowed = board.changes + limits.spare;
  const worth = board.worth;
  if (!mayMeet(board.compiled, request, slot) || isOutOfReach(board, request, slot, limits.spare))
    return null;
  for (const inTheWay of waysIn(board, request, slot)) {
    if (!mayLeave(board, inTheWay, limits.spare)) continue;
    const steps: Step[] = [];
    for (const each of inTheWay) step(board, steps, each, -1);
    if (canPlace(board, request, slot)) {
      step(board, steps, request, slot);
      for (const each of inTheWay) rehome(board, steps, each, slot, limits.deep ? allowed : -1);
      if (board.worth > worth && !(limits.keepAll && inTheWay.some((each) => board.slotOf[each] === -1))) {
        return steps;
      }
    }
    undo(board, steps);
  }
  return null;
}

/** A quick no for most of all tries: those the two meet at that time cannot leave. */
function isOutOfReach({ compiled, at, home }: Board, request: number, slot: number, spare: number): boolean {
  const { slots, startupOf, investorOf } = compiled;
  const one = at[(startupOf[request] as number) * slots + slot] as number;
  const other = at[(investorOf[request] as number) * slots + slot] as number;
  return Number(one !== -1 && home[one] === slot) + Number(other !== -1 && home[other] === slot) > spare;
}

export function undo(board: Board, steps: readonly Step[]): void {
  for (let last = steps.length - 1; last >= 0; last--) {
    const { request, from } = steps[last] as Step;
    if (board.slotOf[request] !== -1) remove(board, request);
    if (from !== -1) place(board, request, from);
  }
}

function step(board: Board, steps: Step[], request: number, to: number): void {
  steps.push({ request, from: board.slotOf[request] as number, to });
  if (board.slotOf[request] !== -1) remove(board, request);
  if (to !== -1) place(board, request, to);
}

/** The sets of meetings whose leaving makes room: those of the two parties, and one of the slot where tables are out. */
function waysIn(board: Board, request: number, slot: number): number[][] {
  const { compiled, at, load, met, keeper } = board;
  const { slots, capacity, max } = compiled;
  const pair = [compiled.startupOf[request] as number, compiled.investorOf[request] as number];
  const must = new Set<number>();
  for (const party of pair) {
    const busy = at[party * slots + slot] as number;
    if (busy !== -1) must.add(busy);
  }
  const table = keeper === null ? -1 : keptTable(compiled, request);
  const keeping = keeper === null || table < 0 ? -1 : (keeper[slot * board.tables + table] as number);
  if (keeping !== -1) must.add(keeping);
  const leaving = (party: number) => [...must].some((each) => sits(board, each, party));
  const full = pair.find((party) => (met[party] as number) >= (max[party] as number) && !leaving(party));
  const base = [...must];
  if (full !== undefined) return meetingsOf(board, full).map((each) => [...base, each]);
  const outOfTables = (load[slot] as number) >= (capacity[slot] as number) && must.size === 0;
  return outOfTables ? meetingsIn(board, slot).map((each) => [each]) : [base];
}

function mayLeave(board: Board, leaving: readonly number[], spare: number): boolean {
  let charged = 0;
  for (const request of leaving) {
    if ((board.compiled.lockedIn[request] as number) >= 0) return false;
    if (board.home[request] === board.slotOf[request]) charged++;
  }
  return charged <= spare;
}

/** Finds another slot for a meeting that had to leave; with `allowed` changes one more meeting may make room. */
function rehome(board: Board, steps: Step[], request: number, left: number, allowed: number): void {
  const { slots } = board.compiled;
  const home = board.home[request] as number;
  if (home >= 0 && home !== left && canPlace(board, request, home)) {
    step(board, steps, request, home);
    return;
  }
  for (let slot = 0; slot < slots; slot++) {
    if (slot !== left && canPlace(board, request, slot)) {
      step(board, steps, request, slot);
      return;
    }
  }
  for (let slot = 0; allowed >= 0 && slot < slots; slot++) {
    if (slot !== left && pushOneAside(board, steps, request, slot, allowed)) return;
  }
}

function pushOneAside(board: Board, steps: Step[], request: number, slot: number, allowed: number): boolean {
  if (!mayMeet(board.compiled, request, slot)) return false;
  const [aside, ...more] = waysIn(board, request, slot);
  const other = aside?.[0];
  if (other === undefined || aside?.length !== 1 || more.length > 0) return false;
  if (!mayLeave(board, [other], allowed - board.changes)) return false;
  const before = steps.length;
  step(board, steps, other, -1);
  if (canPlace(board, request, slot)) {
    step(board, steps, request, slot);
    const at = steps.length;
    rehome(board, steps, other, slot, -1);
    if (steps.length > at && board.changes <= allowed) return true;
  }
  undo(board, steps.splice(before));
  return false;
}

function sits({ compiled }: Board, request: number, party: number): boolean {
  return compiled.startupOf[request] === party || compiled.investorOf[request] === party;
}

function meetingsOf({ compiled, at }: Board, party: number): number[] {
  const found: number[] = [];
  for (let slot = 0; slot < compiled.slots; slot++) {
    const request = at[party * compiled.slots + slot] as number;
    if (request !== -1) found.push(request);
  }
  return found;
}

/** Any of them would do for its table; so many are tried. */
const MOST_WAYS = 40;

function meetingsIn({ compiled, at }: Board, slot: number): number[] {
  const found: number[] = [];
  for (let startup = 0; startup < compiled.startups && found.length < MOST_WAYS; startup++) {
    const request = at[startup * compiled.slots + slot] as number;
    if (request !== -1) found.push(request);
  }
  return found;
}
