import type { Compiled } from '../instance';

export const variableOf = (request: number, slot: number) => `x${request}_${slot}`;

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
    terms: slots.map((slot) => variableOf(request, slot)),
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
    for (const slot of cells[request] as number[]) terms[slot]?.push(variableOf(request, slot));
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
      terms.push(variableOf(request, slot));
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
      rows.push({ name: `lock${request}`, terms: [variableOf(request, slot)], relation: '=', right: 1 });
    }
  }
  return rows;
}

function termsBySlot(compiled: Compiled, cells: readonly number[][], party: number): string[][] {
  const { slots, requestStart, requestsOf } = compiled;
  const terms: string[][] = Array.from({ length: slots }, () => []);
  for (const request of requestsOf.subarray(requestStart[party], requestStart[party + 1])) {
    for (const slot of cells[request] as number[]) terms[slot]?.push(variableOf(request, slot));
  }
  return terms;
}

/** One linear row of a model: `terms` as `3 x1` or `x1`, compared with a number. */
export type LpRow = { name: string; terms: readonly string[]; relation: '<=' | '>=' | '='; right: number };

export type LpModel = {
  objective: readonly string[];
  rows: readonly LpRow[];
  /** Columns that are 0 or 1. The rest are continuous and at least 0. */
  binaries: readonly string[];
  /** Upper bounds of continuous columns. */
  atMost?: readonly [column: string, most: number][];
};

/** CPLEX LP text that maximises. Readers of the format stumble over rows without terms, so these are left out or refused. */
export function lpText({ objective, rows, binaries, atMost = [] }: LpModel): string {
  const parts = ['Maximize', ` value:${sum(objective.length > 0 ? objective : ['0 nothing'])}`, 'Subject To'];
  for (const { name, terms, relation, right } of rows) {
    if (terms.length === 0 && holdsAtZero(relation, right)) continue;
    parts.push(` ${name}:${sum(terms.length > 0 ? terms : ['nothing'])} ${relation} ${right}`);
  }
  // The format wants at least one row.
  parts.push(' nothing: nothing <= 0');
  if (atMost.length > 0) parts.push('Bounds', ...atMost.map(([column, most]) => ` ${column} <= ${most}`));
  if (binaries.length > 0) parts.push('Binary', ...lines(binaries));
  return `${parts.join('\n')}\nEnd\n`;
}

function holdsAtZero(relation: LpRow['relation'], right: number): boolean {
  return relation === '<=' ? right >= 0 : relation === '>=' ? right <= 0 : right === 0;
}

const TERMS_A_LINE = 12;

// HiGHS reads lines of at most 560 characters.
function sum(terms: readonly string[]): string {
  return lines(terms.map((term, at) => (at === 0 ? term : term.startsWith('-') ? term : `+ ${term}`))).join(
    '\n',
  );
}

function lines(words: readonly string[]): string[] {
  const all: string[] = [];
  for (let from = 0; from < words.length; from += TERMS_A_LINE) {
    all.push(` ${words.slice(from, from + TERMS_A_LINE).join(' ')}`);
  }
  return all;
}
