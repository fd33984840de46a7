import type { Placed } from '../../schema';
import type { Compiled } from '../instance';
import type { SolveMip } from '../ports';
import { cellsOf, requestsByPair } from './cells';
import { hardRows, type LpRow, lpText, variableOf } from './hard-rows';

/** The engine, with a solution to begin with by column name (names left out: 0); one that cannot use it may ignore it. */
export type SolveFrom = (
  lp: string,
  limits: { seconds: number; start?: Record<string, number> },
) => ReturnType<SolveMip>;

/**
 * What the model maximises: musts met, meetings towards the floors, the weight of the meetings, those of `keep` that stay,
 * or all of musts, floors and weight at once, in `units` of weight.
 */
type Aim = 'musts' | 'floor' | 'weight' | 'kept' | 'worth';

export type TimeExpandedOptions = {
  /** Default weight. */
  aim?: Aim;
  /** Without it a linear program, whose row prices bound every timetable. Default true. */
  whole?: boolean;
  /** What earlier objectives reached and later ones must not lose. */
  atLeast?: Partial<Record<Aim, number>>;
  /** Leaves out slots in which a request may take place by the rules but not here. */
  within?: (request: number, slot: number) => boolean;
  /** What a must and a meeting towards a floor count beside weight, for the aim `worth`. */
  units?: { musts: number; floor: number };
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
  const { aim = 'weight', whole = true, atLeast = {}, keep } = options;
  const cells = within(cellsOf(compiled), options.within);
  const wantsFloors = [aim, ...Object.keys(atLeast)].some((each) => each === 'floor' || each === 'worth');
  const floors = wantsFloors ? floorRows(compiled, cells) : NO_FLOORS;
  const objectives = objectivesOf(
    compiled,
    cells,
    floors.atMost.map(([column]) => column),
    options,
  );
  const rows: LpRow[] = [...hardRows(compiled, cells), ...floors.rows];
  for (const [level, right] of Object.entries(atLeast) as [Aim, number][]) {
    rows.push({ name: `least_${level}`, terms: objectives[level], relation: '>=', right });
  }
  if (keep) rows.push({ name: 'keep', terms: objectives.kept, relation: '>=', right: keep.atLeast });
  const names = cells.flatMap((slots, request) => slots.map((slot) => variableOf(request, slot)));
  const binaries = whole ? names : [];
  return {
    lp: lpText({ objective: objectives[aim], rows, binaries, atMost: floors.atMost }),
    columns: names.length,
    meetings: (byName) => meetingsIn(compiled, byName),
    start: (meetings) =>
      Object.fromEntries([
        ...columnsOf(compiled, cells, meetings).map((column): [string, number] => [column, 1]),
        ...(wantsFloors ? floorsReached(compiled, meetings) : []),
      ]),
  };
}

function within(cells: number[][], allows: TimeExpandedOptions['within']): number[][] {
  return allows ? cells.map((slots, request) => slots.filter((slot) => allows(request, slot))) : cells;
}

function objectivesOf(
  compiled: Compiled,
  cells: number[][],
  floors: string[],
  { keep, units = { musts: 0, floor: 0 } }: TimeExpandedOptions,
): Record<Aim, string[]> {
  const { weight, must } = compiled;
  const worth = (request: number) => (weight[request] as number) + (must[request] as number) * units.musts;
  return {
    weight: termsOf(compiled, cells, (request) => weight[request] as number),
    musts: termsOf(compiled, cells, (request) => must[request] as number),
    floor: floors,
    kept: keep ? columnsOf(compiled, cells, keep.meetings) : [],
    worth: [...termsOf(compiled, cells, worth), ...floors.map((column) => `${units.floor} ${column}`)],
  };
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

/** The floors as columns: `y<party>` counts meetings of a party up to its floor. */
type Floors = { rows: LpRow[]; atMost: [column: string, most: number][] };

const NO_FLOORS: Floors = { rows: [], atMost: [] };

function floorRows(compiled: Compiled, cells: readonly number[][]): Floors {
  const { floor, parties, requestStart, requestsOf } = compiled;
  const floors: Floors = { rows: [], atMost: [] };
  for (let party = 0; party < parties; party++) {
    const least = floor[party] as number;
    if (least === 0) continue;
    const own = requestsOf.subarray(requestStart[party], requestStart[party + 1]);
    const meetings = [...own].flatMap((request) =>
      (cells[request] as number[]).map((slot) => `- ${variableOf(request, slot)}`),
    );
    floors.rows.push({ name: `floor${party}`, terms: [`y${party}`, ...meetings], relation: '<=', right: 0 });
    floors.atMost.push([`y${party}`, least]);
  }
  return floors;
}

/** `y<party>` of a timetable. */
function floorsReached({ floor, startups, parties }: Compiled, meetings: readonly Placed[]) {
  const met = new Int32Array(parties);
  for (const [startup, investor] of meetings) {
    met[startup] = (met[startup] as number) + 1;
    met[startups + investor] = (met[startups + investor] as number) + 1;
  }
  return [...met].flatMap((count, party): [string, number][] => {
    const reached = Math.min(count, floor[party] as number);
    return reached > 0 ? [[`y${party}`, reached]] : [];
  });
}

/** A factor per request, in whatever slot it is met. */
function termsOf(
  compiled: Compiled,
  cells: readonly number[][],
  factorOf: (request: number) => number,
): string[] {
  const terms: string[] = [];
  for (let request = 0; request < compiled.requests; request++) {
    const factor = factorOf(request);
    if (factor === 0) continue;
    for (const slot of cells[request] as number[]) terms.push(`${factor} ${variableOf(request, slot)}`);
  }
  return terms;
}

/** The columns of given meetings, where they are possible. */
function columnsOf(compiled: Compiled, cells: readonly number[][], meetings: readonly Placed[]): string[] {
  const requestOf = requestsByPair(compiled);
  return meetings.flatMap(([startup, investor, slot]) => {
    const request = requestOf.get(startup * compiled.investors + investor);
    return request !== undefined && cells[request]?.includes(slot) ? [variableOf(request, slot)] : [];
  });
}
