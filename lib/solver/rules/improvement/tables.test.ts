import { describe, expect, it } from 'vitest';
import { FAMILIES, makeInstance } from '@/scripts/bench/timetable/families';
import { recount } from '../certificate/recount';
import { compile } from '../compile';
import { solve } from '../solve';
import { dealTables } from './tables';

describe('dealing tables', () => {
  it('leaves everybody where they sat when each meets on with one of the two', () => {
    // Three startups stay, the investors walk round them: as many changes as walks, and no more.
    const instance = {
      name: 'round',
      slots: 3,
      tablesPerSlot: 3,
      startupAvailability: ['111', '111', '111'],
      vcAvailability: ['111', '111', '111'],
      requests: [0, 1, 2].flatMap((s) => [0, 1, 2].map((v): [number, number, number] => [s, v, 1])),
    };
    const compiled = compile(instance);
    const slotOf = Int32Array.from({ length: 9 }, (_, request) => (Math.floor(request / 3) + request) % 3);
    const tables = [...dealTables(compiled, slotOf)];
    const meetings = instance.requests.map(([s, v], at): [number, number, number] => [
      s,
      v,
      slotOf[at] ?? -1,
    ]);
    expect(recount(instance, meetings, tables).table_changes).toBe(6);
  });

  it('seats whoever has a table of his own there', () => {
    const instance = makeInstance(FAMILIES.s15k8, 9);
    instance.startupTable = instance.startupAvailability.map((_, startup) =>
      startup < 5 ? startup + 3 : -1,
    );
    const { meetings, tables, placed } = solve(instance, { iterations: 5000 });
    const own = meetings.flatMap(([startup], at) => (startup < 5 ? [[startup + 3, tables[at]]] : []));
    expect(placed).toBeGreaterThan(80);
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter(([wanted, table]) => wanted !== table)).toEqual([]);
  });
});
