import { type B2bProblem, windowsOf } from '../problem';

/** What a missing meeting, a table too many, a broken precedence and a break beyond the fairness cost, in breaks. */
export const PRICE = { unplaced: 4, table: 2, precedence: 2, unfair: 2 } as const;

/**
 * A plan under way, in flat arrays. Nobody is ever in two places and no meeting stands where it may not; what may be
 * wrong for a while is counted in `cost`: unplaced meetings, tables, precedences, fairness.
 */
export type AnnealingBoard = ReturnType<typeof openAnnealingBoard>;

export function openAnnealingBoard(problem: B2bProblem, fairness: number) {
  const { participants, slots, meetings } = problem;
  const allowed = new Uint8Array(meetings.length * slots);
  const windows = windowsOf(problem);
  windows.forEach((window, meeting) => {
    for (const slot of window) allowed[meeting * slots + slot] = 1;
  });
  return {
    slots,
    tables: problem.tables,
    fairness,
    one: Int32Array.from(meetings, (meeting) => meeting.participants[0]),
    other: Int32Array.from(meetings, (meeting) => meeting.participants[1]),
    windows,
    allowed,
    earlier: meetings.map(({ after }) => Int32Array.from(after)),
    later: laterThan(problem),
    /** Slot of each meeting, -1 while unplaced. */
    slotOf: new Int32Array(meetings.length).fill(-1),
    /** Meeting of each participant in each slot, -1 for none. */
    at: new Int32Array(participants * slots).fill(-1),
    /** Meetings in each slot. */
    held: new Int32Array(slots),
    breaks: new Int32Array(participants),
    /** What the breaks of each cost. */
    price: new Int32Array(participants),
    unplaced: Array.from(meetings, (_, meeting) => meeting),
    cost: PRICE.unplaced * meetings.length,
  };
}

function laterThan({ meetings }: B2bProblem): Int32Array[] {
  const later: number[][] = meetings.map(() => []);
  meetings.forEach(({ after }, meeting) => {
    for (const each of after) later[each]?.push(meeting);
  });
  return later.map((list) => Int32Array.from(list));
}

/** Looks again at the breaks of one participant as `at` stands; by how much more they now cost. */
export function refreshBreaks(board: AnnealingBoard, participant: number): number {
  const { at, slots } = board;
  const from = participant * slots;
  let [runs, idle] = [0, true];
  for (let slot = from; slot < from + slots; slot++) {
    const free = (at[slot] as number) < 0;
    if (idle && !free) runs++;
    idle = free;
  }
  const breaks = runs > 1 ? runs - 1 : 0;
  const before = board.price[participant] as number;
  const unfair = breaks > board.fairness ? breaks - board.fairness : 0;
  const price = breaks + PRICE.unfair * unfair;
  board.breaks[participant] = breaks;
  board.price[participant] = price;
  return price - before;
}

/** Breaks in all when every rule is kept, or null. */
export function breaksIfSound(board: AnnealingBoard): number | null {
  const { unplaced, held, tables, fairness, breaks, slotOf } = board;
  if (unplaced.length > 0 || held.some((meetings) => meetings > tables)) return null;
  if (breaks.some((each) => each > fairness)) return null;
  if (slotOf.some((_, meeting) => precedencesBroken(board, meeting, () => true) > 0)) return null;
  return breaks.reduce((sum, each) => sum + each, 0);
}

/** Broken precedences of one meeting with those that `counts` lets through. */
export function precedencesBroken(
  board: AnnealingBoard,
  meeting: number,
  counts: (other: number) => boolean,
): number {
  const { slotOf } = board;
  const slot = slotOf[meeting] as number;
  if (slot < 0) return 0;
  let broken = 0;
  for (const each of board.earlier[meeting] as Int32Array) {
    if ((slotOf[each] as number) >= slot && counts(each)) broken++;
  }
  for (const each of board.later[meeting] as Int32Array) {
    const place = slotOf[each] as number;
    if (place >= 0 && place <= slot && counts(each)) broken++;
  }
  return broken;
}
