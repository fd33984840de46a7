import type { Compiled } from '../instance';
import type { LpRow } from './lp-text';

export const columnOf = (request: number, slot: number) => `x${request}_${slot}`;

/** The rules no timetable may break, over the cells (slots by request) in which a wish may take place. */
export function hardRows(compiled: Compiled, cells: readonly number[][]): LpRow[] {
  return [
    ...oneMeetingAPair(cells),
    ...oneMeetingAtATime(compiled, cells),
    ...tablesInASlot(compiled, cells),
    ...fixedTables(compiled, cells),
    ...partyLimits(compiled, cells),
    ...locks(compiled),
  ];
}

function oneMeetingAPair(cells: readonly number[][]): LpRow[] {
  return cells.map((slots, request) => ({
    name: `pair${request}`,
    terms: slots.map((slot) => columnOf(request, slot)),
    relation: '<=',
    right: 1,
  }));
}

function oneMeetingAtATime(compiled: Compiled, cells: readonly number[][]): LpRow[] {
  const rows: LpRow[] = [];
  for (let party = 0; party < compiled.parties; party++) {
    termsBySlot(compiled, cells, party).forEach((terms, slot) => {
      rows.push({ name: `at${party}_${slot}`, terms, relation: '<=', right: 1 });
    });
  }
  return rows;
}

function tablesInASlot({ slots, capacity, requests }: Compiled, cells: readonly number[][]): LpRow[] {
  const terms: string[][] = Array.from({ length: slots }, () => []);
  for (let request = 0; request < requests; request++) {
    for (const slot of cells[request] as number[]) terms[slot]?.push(columnOf(request, slot));
  }
  return terms.map((each, slot) => ({
    name: `tables${slot}`,
    terms: each,
    relation: '<=',
    right: capacity[slot] as number,
  }));
}

/** Two that keep the same table all day cannot both sit at it, unless with each other. */
function fixedTables(compiled: Compiled, cells: readonly number[][]): LpRow[] {
  const { fixedTable, startupOf, investorOf, requests } = compiled;
  const rows = new Map<string, string[]>();
  for (let request = 0; request < requests; request++) {
    const own = fixedTable[startupOf[request] as number] as number;
    const table = own >= 0 ? own : (fixedTable[investorOf[request] as number] as number);
    if (table < 0) continue;
    for (const slot of cells[request] as number[]) {
      const name = `table${slot}_${table}`;
      const terms = rows.get(name) ?? [];
      terms.push(columnOf(request, slot));
      rows.set(name, terms);
    }
  }
  return [...rows].map(([name, terms]) => ({ name, terms, relation: '<=', right: 1 }));
}

function partyLimits(compiled: Compiled, cells: readonly number[][]): LpRow[] {
  const { parties, slots, max, restAfter } = compiled;
  const rows: LpRow[] = [];
  for (let party = 0; party < parties; party++) {
    const most = max[party] as number;
    const inARow = restAfter[party] as number;
    if (most >= slots && inARow === 0) continue;
    const bySlot = termsBySlot(compiled, cells, party);
    if (most < slots) rows.push({ name: `max${party}`, terms: bySlot.flat(), relation: '<=', right: most });
    if (inARow > 0) rows.push(...rests(compiled, party, bySlot, inARow));
  }
  return rows;
}

/** Of any `inARow + 1` slots that follow each other on one day, at least one is free. */
function rests({ slots, dayOf }: Compiled, party: number, bySlot: string[][], inARow: number): LpRow[] {
  const rows: LpRow[] = [];
  for (let first = 0; first + inARow < slots; first++) {
    if (dayOf[first] !== dayOf[first + inARow]) continue;
    const terms = bySlot.slice(first, first + inARow + 1).flat();
    rows.push({ name: `rest${party}_${first}`, terms, relation: '<=', right: inARow });
  }
  return rows;
}

function locks({ requests, lockedIn }: Compiled): LpRow[] {
  const rows: LpRow[] = [];
  for (let request = 0; request < requests; request++) {
    const slot = lockedIn[request] as number;
    if (slot >= 0) {
      rows.push({ name: `lock${request}`, terms: [columnOf(request, slot)], relation: '=', right: 1 });
    }
  }
  return rows;
}

function termsBySlot(compiled: Compiled, cells: readonly number[][], party: number): string[][] {
  const { slots, requestStart, requestsOf } = compiled;
  const terms: string[][] = Array.from({ length: slots }, () => []);
  for (const request of requestsOf.subarray(requestStart[party], requestStart[party + 1])) {
    for (const slot of cells[request] as number[]) terms[slot]?.push(columnOf(request, slot));
  }
  return terms;
}
