import { type AnnealingBoard, PRICE, precedencesBroken, refreshBreaks } from './board';

/** Meetings that change their slot together, and the people whose own slots change by it. */
export type Move = {
  meetings: Int32Array;
  /** New slot of each, -1 to take it off the board. */
  to: Int32Array;
  /** Where each came from. */
  from: Int32Array;
  length: number;
  people: Int32Array;
  peopleCount: number;
  marked: Int32Array;
  stamp: number;
};

export function openMove(board: AnnealingBoard): Move {
  const size = board.slotOf.length + 4;
  const list = () => new Int32Array(size);
  return {
    ...{ meetings: list(), to: list(), from: list(), people: list(), marked: list() },
    ...{ length: 0, peopleCount: 0, stamp: 0 },
  };
}

export function clearMove(move: Move): void {
  move.length = 0;
  move.peopleCount = 0;
  move.stamp++;
}

export function addToMove(board: AnnealingBoard, move: Move, meeting: number, to: number): void {
  move.meetings[move.length] = meeting;
  move.from[move.length] = board.slotOf[meeting] as number;
  move.to[move.length++] = to;
  move.marked[meeting] = move.stamp;
}

export function addPerson(move: Move, person: number): void {
  for (let i = 0; i < move.peopleCount; i++) if (move.people[i] === person) return;
  move.people[move.peopleCount++] = person;
}

/** Carries the move out; what it costs more (or, negative, less). Only the people named in it change their breaks. */
export function play(board: AnnealingBoard, move: Move): number {
  const before = precedencesIn(board, move);
  const tables = carryOut(board, move, move.from, move.to);
  let change = PRICE.table * tables + PRICE.precedence * (precedencesIn(board, move) - before);
  for (let i = 0; i < move.length; i++) {
    if ((move.from[i] as number) < 0) change -= PRICE.unplaced;
    if ((move.to[i] as number) < 0) change += PRICE.unplaced;
  }
  for (let i = 0; i < move.peopleCount; i++) change += refreshBreaks(board, move.people[i] as number);
  board.cost += change;
  return change;
}

/** Takes back a move just played. */
export function takeBack(board: AnnealingBoard, move: Move, change: number): void {
  carryOut(board, move, move.to, move.from);
  for (let i = 0; i < move.peopleCount; i++) refreshBreaks(board, move.people[i] as number);
  board.cost -= change;
}

/** Moves the meetings; by how much the tables that are too many grow. */
function carryOut(board: AnnealingBoard, move: Move, from: Int32Array, to: Int32Array): number {
  const { at, slots, one, other, slotOf, held, tables } = board;
  let over = 0;
  for (let i = 0; i < move.length; i++) {
    const [meeting, slot] = [move.meetings[i] as number, from[i] as number];
    if (slot < 0) continue;
    at[(one[meeting] as number) * slots + slot] = -1;
    at[(other[meeting] as number) * slots + slot] = -1;
    if ((held[slot] as number) > tables) over--;
    held[slot] = (held[slot] as number) - 1;
  }
  for (let i = 0; i < move.length; i++) {
    const [meeting, slot] = [move.meetings[i] as number, to[i] as number];
    slotOf[meeting] = slot;
    if (slot < 0) continue;
    at[(one[meeting] as number) * slots + slot] = meeting;
    at[(other[meeting] as number) * slots + slot] = meeting;
    held[slot] = (held[slot] as number) + 1;
    if ((held[slot] as number) > tables) over++;
  }
  return over;
}

/** Broken precedences with a part in the move, each once. */
function precedencesIn(board: AnnealingBoard, move: Move): number {
  let broken = 0;
  for (let i = 0; i < move.length; i++) {
    const meeting = move.meetings[i] as number;
    if ((board.earlier[meeting] as Int32Array).length + (board.later[meeting] as Int32Array).length === 0)
      continue;
    broken += precedencesBroken(
      board,
      meeting,
      (other) => move.marked[other] !== move.stamp || other > meeting,
    );
  }
  return broken;
}
