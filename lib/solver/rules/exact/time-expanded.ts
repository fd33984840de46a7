import type { Placed } from '../../schema';
import { type Compiled, mayMeet } from '../instance';
import { columnOf, hardRows } from './hard-rows';
import { type LpRow, lpText } from './lp-text';

/** What the model maximises: musts met, meetings towards the floors, or the weight of the meetings. */
export type Aim = 'musts' | 'floor' | 'weight';

export type TimeExpandedOptions = {
  /** Default weight. */
  aim?: Aim;
  /** Without it a linear program, whose row prices bound every timetable. Default true. */
  whole?: boolean;
  /** What earlier objectives reached and later ones must not lose. */
  atLeast?: Partial<Record<Aim, number>>;
  /** Requests that must be met. */
  forced?: readonly number[];
  /** At least `atLeast` of these meetings stay where they are. */
  keep?: { meetings: readonly Placed[]; atLeast: number };
};

export type TimeExpanded = {
  /** CPLEX LP text. */
  lp: string;
  /** How many columns stand for a request in a slot: the size by which to decide whether to try. */
  columns: number;
  /** The meetings an answer stands for, in the order of requests. */
  meetings: (byName: Record<string, number>) => Placed[];
  /** A timetable as a start for the engine. */
  start: (meetings: readonly Placed[]) => Record<string, number>;
};

/**
 * The whole problem with a column `x<request>_<slot>` per wish and slot in which it may take place, and every hard rule
 * as rows: `pair<request>`, `at<party>_<slot>`, `tables<slot>`, `max<party>`, `rest<party>_<slot>`,
 * `table<slot>_<table>`, `lock<request>`; and `y<party>` up to the floor of a party. Parties count startups first.
 */
export function timeExpandedModel(compiled: Compiled, options: TimeExpandedOptions = {}): TimeExpanded {
  const { aim = 'weight', whole = true, atLeast = {}, forced = [], keep } = options;
  const cells = cellsOf(compiled);
  const floors = aim === 'floor' || atLeast.floor !== undefined ? floorRows(compiled, cells) : NO_FLOORS;
  const objectives: Record<Aim, string[]> = {
    weight: termsOf(compiled, cells, (request) => compiled.weight[request] as number),
    musts: termsOf(compiled, cells, (request) => compiled.must[request] as number),
    floor: floors.atMost.map(([column]) => column),
  };
  const rows: LpRow[] = [...hardRows(compiled, cells), ...floors.rows];
  for (const level of ['musts', 'floor', 'weight'] as const) {
    const least = atLeast[level];
    if (least !== undefined && least > 0) {
      rows.push({ name: `least_${level}`, terms: objectives[level], relation: '>=', right: least });
    }
  }
  for (const request of forced) rows.push(forcedRow(cells, request));
  if (keep) rows.push(keepRow(compiled, cells, keep));
  const { lp, columns } = toText(cells, objectives[aim], rows, floors.atMost, whole);
  const requestOf = requestsByPair(compiled);
  return {
    lp,
    columns,
    meetings: (byName) => meetingsIn(compiled, byName),
    start: (meetings) =>
      Object.fromEntries(
        meetings.map(([startup, investor, slot]) => [
          columnOf(requestOf.get(startup * compiled.investors + investor) ?? -1, slot),
          1,
        ]),
      ),
  };
}

/** By request: the slots in which it may take place; a locked one only in its own. */
export function cellsOf(compiled: Compiled): number[][] {
  return Array.from({ length: compiled.requests }, (_, request) => {
    const locked = compiled.lockedIn[request] as number;
    if (locked >= 0) return [locked];
    if (haveTablesApart(compiled, request)) return [];
    const slots: number[] = [];
    for (let slot = 0; slot < compiled.slots; slot++) if (mayMeet(compiled, request, slot)) slots.push(slot);
    return slots;
  });
}

/** Whether both sides keep a table all day, and not the same one. */
export function haveTablesApart({ fixedTable, startupOf, investorOf }: Compiled, request: number): boolean {
  const own = fixedTable[startupOf[request] as number] as number;
  const other = fixedTable[investorOf[request] as number] as number;
  return own >= 0 && other >= 0 && own !== other;
}

/** Requests by `startup * investors + investor`. */
export function requestsByPair({ requests, startupOf, investorOf, startups, investors }: Compiled) {
  const found = new Map<number, number>();
  for (let request = 0; request < requests; request++) {
    found.set(
      (startupOf[request] as number) * investors + (investorOf[request] as number) - startups,
      request,
    );
  }
  return found;
}

type FloorRows = { rows: LpRow[]; atMost: [column: string, most: number][] };
const NO_FLOORS: FloorRows = { rows: [], atMost: [] };

function floorRows({ floor, parties, requestStart, requestsOf }: Compiled, cells: number[][]): FloorRows {
  const rows: LpRow[] = [];
  const atMost: [string, number][] = [];
  for (let party = 0; party < parties; party++) {
    const least = floor[party] as number;
    if (least === 0) continue;
    const own = requestsOf.subarray(requestStart[party], requestStart[party + 1]);
    const meetings = [...own].flatMap((request) =>
      (cells[request] as number[]).map((slot) => `- ${columnOf(request, slot)}`),
    );
    rows.push({ name: `floor${party}`, terms: [`y${party}`, ...meetings], relation: '<=', right: 0 });
    atMost.push([`y${party}`, least]);
  }
  return { rows, atMost };
}

function termsOf(compiled: Compiled, cells: number[][], factorOf: (request: number) => number): string[] {
  const terms: string[] = [];
  for (let request = 0; request < compiled.requests; request++) {
    const factor = factorOf(request);
    if (factor === 0) continue;
    for (const slot of cells[request] as number[]) terms.push(`${factor} ${columnOf(request, slot)}`);
  }
  return terms;
}

function forcedRow(cells: number[][], request: number): LpRow {
  const terms = (cells[request] ?? []).map((slot) => columnOf(request, slot));
  return { name: `forced${request}`, terms, relation: '>=', right: 1 };
}

function keepRow(
  compiled: Compiled,
  cells: number[][],
  keep: { meetings: readonly Placed[]; atLeast: number },
): LpRow {
  const requestOf = requestsByPair(compiled);
  const terms = keep.meetings.flatMap(([startup, investor, slot]) => {
    const request = requestOf.get(startup * compiled.investors + investor);
    return request !== undefined && cells[request]?.includes(slot) ? [columnOf(request, slot)] : [];
  });
  return { name: 'keep', terms, relation: '>=', right: keep.atLeast };
}

function toText(
  cells: number[][],
  objective: string[],
  rows: LpRow[],
  atMost: [string, number][],
  whole: boolean,
) {
  const names = cells.flatMap((slots, request) => slots.map((slot) => columnOf(request, slot)));
  const lp = lpText({ objective, rows, binaries: whole ? names : [], atMost });
  return { lp, columns: names.length };
}

function meetingsIn(compiled: Compiled, byName: Record<string, number>): Placed[] {
  const { startupOf, investorOf, startups } = compiled;
  const found: [request: number, slot: number][] = [];
  for (const [name, value] of Object.entries(byName)) {
    const parts = /^x(\d+)_(\d+)$/.exec(name);
    if (parts && value > 0.5) found.push([Number(parts[1]), Number(parts[2])]);
  }
  found.sort(([a], [b]) => a - b);
  return found.map(([request, slot]) => [
    startupOf[request] as number,
    (investorOf[request] as number) - startups,
    slot,
  ]);
}
