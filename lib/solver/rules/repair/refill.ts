import type { Compiled } from '../instance';
import { type Board, canPlace, openBoard, place, remove } from './board';
import { insert } from './insert';

/**
 * The timetable that moves nobody: what was stays as far as it fits together (less is left where tables were lost), and
 * free places go to the best wishes. Those who lost a meeting come first among equals.
 */
export function refill(compiled: Compiled, home: Int32Array, wasMet: Uint8Array): Board {
  const board = openBoard(compiled, home);
  keepWhatFits(board);
  const waiting = byWorth(board, wasMet);
  fillFreePlaces(board, waiting);
  // What was added may still step aside for more; what was there may not.
  for (const request of waiting) {
    if (board.slotOf[request] !== -1) continue;
    for (let slot = 0; slot < compiled.slots; slot++) if (insert(board, request, slot, { spare: 0 })) break;
  }
  return board;
}

function keepWhatFits(board: Board): void {
  const { requests, lockedIn } = board.compiled;
  for (let request = 0; request < requests; request++) {
    const locked = lockedIn[request] as number;
    if (locked >= 0) place(board, request, locked);
  }
  const kept: number[] = [];
  for (let request = 0; request < requests; request++)
    if ((board.home[request] as number) >= 0) kept.push(request);
  const { weight, must } = board.compiled;
  const rank = (request: number) => (must[request] as number) * 2 ** 31 + (weight[request] as number);
  kept.sort((a, b) => rank(b) - rank(a) || a - b);
  for (const request of kept) {
    const slot = board.home[request] as number;
    if (canPlace(board, request, slot)) place(board, request, slot);
  }
}

function byWorth(board: Board, wasMet: Uint8Array): number[] {
  const { requests, weight, must } = board.compiled;
  const waiting: number[] = [];
  for (let request = 0; request < requests; request++)
    if (board.slotOf[request] === -1) waiting.push(request);
  const rank = (request: number) =>
    (must[request] as number) * 2 ** 32 + (weight[request] as number) * 2 + (wasMet[request] as number);
  return waiting.sort((a, b) => rank(b) - rank(a) || a - b);
}

/** Floors first, then by worth; within a party's slots the emptiest is taken. */
function fillFreePlaces(board: Board, waiting: readonly number[]): void {
  const { startupOf, investorOf, floor, floorUnit } = { ...board.compiled, floorUnit: board.floorUnit };
  const belowFloor = (party: number) => (board.met[party] as number) < (floor[party] as number);
  const hasFloors = floorUnit > 0 && floor.some((least) => least > 0);
  for (const onlyFloors of hasFloors ? [true, false] : [false]) {
    for (const request of waiting) {
      if (board.slotOf[request] !== -1) continue;
      const counts = belowFloor(startupOf[request] as number) || belowFloor(investorOf[request] as number);
      if (!onlyFloors || counts) takeEmptiest(board, request);
    }
  }
}

function takeEmptiest(board: Board, request: number): void {
  const { slots, capacity } = board.compiled;
  let best = -1;
  let most = 0;
  for (let slot = 0; slot < slots; slot++) {
    const room = (capacity[slot] as number) - (board.load[slot] as number);
    if (room > most && canPlace(board, request, slot)) {
      best = slot;
      most = room;
    }
  }
  if (best >= 0) place(board, request, best);
}

/** Puts a remembered timetable (slot by request) on a board. */
export function lay(board: Board, slotOf: Int32Array): void {
  const { requests } = board.compiled;
  for (let request = 0; request < requests; request++)
    if (board.slotOf[request] !== -1) remove(board, request);
  for (let request = 0; request < requests; request++) {
    if (slotOf[request] !== -1) place(board, request, slotOf[request] as number);
  }
}
