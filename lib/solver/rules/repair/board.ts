import { type Compiled, mayMeet } from '../instance';

/**
 * A timetable while it is worked on. `place` and `remove` undo each other; both count what the timetable is worth and how
 * many meetings are not where they were.
 */
export type Board = {
  compiled: Compiled;
  /** By `party * slots + slot`: the request met there, or -1. */
  at: Int32Array;
  /** By request: its slot, or -1. */
  slotOf: Int32Array;
  /** By request: where its meeting was and may still be, or -1. Leaving it is a change. */
  home: Int32Array;
  load: Int32Array;
  met: Int32Array;
  /** By `slot * tables + table`: the request at a table that somebody keeps all day; null where nobody does. */
  keeper: Int32Array | null;
  tables: number;
  changes: number;
  /** Musts before floors before weight, as one number that only grows with the order of the objectives. */
  worth: number;
  floorUnit: number;
  mustUnit: number;
};

/** An empty board. `home` by request as in `Board`. */
export function openBoard(compiled: Compiled, home: Int32Array): Board {
  const { parties, slots, requests, capacity, weight, floor, fixedTable } = compiled;
  const tables = capacity.reduce((most, count) => Math.max(most, count), 0);
  const floorUnit = 1 + weight.reduce((sum, each) => sum + each, 0);
  return {
    compiled,
    at: new Int32Array(parties * slots).fill(-1),
    slotOf: new Int32Array(requests).fill(-1),
    home,
    load: new Int32Array(slots),
    met: new Int32Array(parties),
    keeper: fixedTable.some((table) => table >= 0) ? new Int32Array(slots * tables).fill(-1) : null,
    tables,
    changes: home.reduce((count, slot) => (slot >= 0 ? count + 1 : count), 0),
    worth: 0,
    floorUnit,
    mustUnit: floorUnit * (1 + floor.reduce((sum, each) => sum + each, 0)),
  };
}

/** Whether a request could be placed in a slot as the board stands, nobody else moving. */
export function canPlace(board: Board, request: number, slot: number): boolean {
  const { compiled, at, slotOf, load, met } = board;
  const { slots, capacity, max, lockedIn } = compiled;
  const startup = compiled.startupOf[request] as number;
  const investor = compiled.investorOf[request] as number;
  const locked = lockedIn[request] as number;
  return (
    slotOf[request] === -1 &&
    at[startup * slots + slot] === -1 &&
    at[investor * slots + slot] === -1 &&
    (load[slot] as number) < (capacity[slot] as number) &&
    (locked === -1 || locked === slot) &&
    mayMeet(compiled, request, slot) &&
    (met[startup] as number) < (max[startup] as number) &&
    (met[investor] as number) < (max[investor] as number) &&
    isRested(board, startup, slot) &&
    isRested(board, investor, slot) &&
    isTableFree(board, request, slot)
  );
}

export function place(board: Board, request: number, slot: number): void {
  set(board, request, slot, request);
  board.slotOf[request] = slot;
  if (board.home[request] === slot) board.changes--;
  board.worth += worthOf(board, request);
  count(board, request, slot, 1);
}

export function remove(board: Board, request: number): void {
  const slot = board.slotOf[request] as number;
  set(board, request, slot, -1);
  board.slotOf[request] = -1;
  if (board.home[request] === slot) board.changes++;
  count(board, request, slot, -1);
  board.worth -= worthOf(board, request);
}

/** What an unplaced request would add. */
function worthOf({ compiled, met, floorUnit, mustUnit }: Board, request: number): number {
  const startup = compiled.startupOf[request] as number;
  const investor = compiled.investorOf[request] as number;
  const towards =
    Number((met[startup] as number) < (compiled.floor[startup] as number)) +
    Number((met[investor] as number) < (compiled.floor[investor] as number));
  return (
    (compiled.weight[request] as number) + towards * floorUnit + (compiled.must[request] as number) * mustUnit
  );
}

/** The table a request sits at because one side keeps it all day, or -1. */
export function keptTable({ fixedTable, startupOf, investorOf }: Compiled, request: number): number {
  return Math.max(
    fixedTable[startupOf[request] as number] as number,
    fixedTable[investorOf[request] as number] as number,
  );
}

/** Whether a party may meet in a slot without exceeding its meetings in a row. */
export function isRested({ compiled, at }: Board, party: number, slot: number): boolean {
  const most = compiled.restAfter[party] as number;
  if (most === 0) return true;
  const { slots, dayOf } = compiled;
  const meets = (each: number) => dayOf[each] === dayOf[slot] && at[party * slots + each] !== -1;
  let row = 1;
  for (let each = slot - 1; each >= 0 && meets(each); each--) row++;
  for (let each = slot + 1; each < slots && meets(each); each++) row++;
  return row <= most;
}

function isTableFree({ compiled, keeper, tables }: Board, request: number, slot: number): boolean {
  if (keeper === null) return true;
  const table = keptTable(compiled, request);
  return table < 0 || keeper[slot * tables + table] === -1;
}

function set({ compiled, at, keeper, tables }: Board, request: number, slot: number, value: number): void {
  at[(compiled.startupOf[request] as number) * compiled.slots + slot] = value;
  at[(compiled.investorOf[request] as number) * compiled.slots + slot] = value;
  const table = keeper === null ? -1 : keptTable(compiled, request);
  if (keeper !== null && table >= 0) keeper[slot * tables + table] = value;
}

function count({ compiled, load, met }: Board, request: number, slot: number, by: 1 | -1): void {
  const startup = compiled.startupOf[request] as number;
  const investor = compiled.investorOf[request] as number;
  load[slot] = (load[slot] as number) + by;
  met[startup] = (met[startup] as number) + by;
  met[investor] = (met[investor] as number) + by;
}
