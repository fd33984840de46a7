import type { Placed } from '../../schema';
import type { Compiled } from '../instance';
import { requestsByPair } from './cells';
import { columnOf } from './hard-rows';
import type { LpRow } from './lp-text';

/** The floors as columns: `y<party>` counts meetings of a party up to its floor. */
export type Floors = { rows: LpRow[]; atMost: [column: string, most: number][] };

export const NO_FLOORS: Floors = { rows: [], atMost: [] };

export function floorRows(compiled: Compiled, cells: readonly number[][]): Floors {
  const { floor, parties, requestStart, requestsOf } = compiled;
  const floors: Floors = { rows: [], atMost: [] };
  for (let party = 0; party < parties; party++) {
    const least = floor[party] as number;
    if (least === 0) continue;
    const own = requestsOf.subarray(requestStart[party], requestStart[party + 1]);
    const meetings = [...own].flatMap((request) =>
      (cells[request] as number[]).map((slot) => `- ${columnOf(request, slot)}`),
    );
    floors.rows.push({ name: `floor${party}`, terms: [`y${party}`, ...meetings], relation: '<=', right: 0 });
    floors.atMost.push([`y${party}`, least]);
  }
  return floors;
}

/** `y<party>` of a timetable. */
export function floorsReached({ floor, startups, parties }: Compiled, meetings: readonly Placed[]) {
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
export function termsOf(
  compiled: Compiled,
  cells: readonly number[][],
  factorOf: (request: number) => number,
): string[] {
  const terms: string[] = [];
  for (let request = 0; request < compiled.requests; request++) {
    const factor = factorOf(request);
    if (factor === 0) continue;
    for (const slot of cells[request] as number[]) terms.push(`${factor} ${columnOf(request, slot)}`);
  }
  return terms;
}

/** The columns of given meetings, where they are possible. */
export function columnsOf(
  compiled: Compiled,
  cells: readonly number[][],
  meetings: readonly Placed[],
): string[] {
  const requestOf = requestsByPair(compiled);
  return meetings.flatMap(([startup, investor, slot]) => {
    const request = requestOf.get(startup * compiled.investors + investor);
    return request !== undefined && cells[request]?.includes(slot) ? [columnOf(request, slot)] : [];
  });
}
