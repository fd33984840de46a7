import fc from 'fast-check';
import { type Instance, instanceSchema, type Placed } from '@/lib/solver/schema';
import { isLegal } from './brute-force';

/** What a random small instance may contain beside availability, tables and wishes. */
export type Spice = {
  limits?: boolean;
  rest?: boolean;
  fixedTables?: boolean;
  refusals?: boolean;
  musts?: boolean;
  locks?: boolean;
};

/** Instances small enough to try every timetable: at most 3 x 3 parties and 3 slots, unless told. */
export function smallInstances(
  spice: Spice = {},
  most: { startups?: number; investors?: number; slots?: number; wishes?: number } = {},
): fc.Arbitrary<Instance> {
  const { startups = 3, investors = 3, slots = 3, wishes = 5 } = most;
  const size = fc.record({
    startups: fc.integer({ min: 1, max: startups }),
    investors: fc.integer({ min: 1, max: investors }),
    slots: fc.integer({ min: 2, max: slots }),
  });
  return size.chain((chosen) => {
    const days = fc.array(fc.constantFrom('1', '1', '1', '1', '1', '0'), {
      minLength: chosen.slots,
      maxLength: chosen.slots,
    });
    const availability = (count: number) =>
      fc.array(
        days.map((digits) => digits.join('')),
        { minLength: count, maxLength: count },
      );
    const all = pairsOf(chosen.startups, chosen.investors);
    const pairs = fc.shuffledSubarray(all, {
      minLength: Math.min(2, all.length),
      maxLength: Math.min(wishes, all.length),
    });
    return fc
      .record({
        tablesPerSlot: fc.array(fc.constantFrom(0, 1, 1, 2, 2, 2), {
          minLength: chosen.slots,
          maxLength: chosen.slots,
        }),
        startupAvailability: availability(chosen.startups),
        vcAvailability: availability(chosen.investors),
        pairs,
        weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: wishes, maxLength: wishes }),
        refused: fc.boolean(),
        must: fc.boolean(),
        startupMax: fc.option(fc.integer({ min: 0, max: 2 })),
        vcMax: fc.option(fc.integer({ min: 1, max: 2 })),
        startupFloor: fc.integer({ min: 0, max: 2 }),
        rest: fc.constantFrom(1, 1, 2),
        tables: fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 6, maxLength: 6 }),
        barred: fc.integer({ min: 0, max: chosen.slots - 1 }),
      })
      .map((drawn) => assemble(chosen, drawn, spice));
  });
}

type Drawn = {
  tablesPerSlot: number[];
  startupAvailability: string[];
  vcAvailability: string[];
  pairs: [number, number][];
  weights: number[];
  refused: boolean;
  must: boolean;
  startupMax: number | null;
  vcMax: number | null;
  startupFloor: number;
  rest: number;
  tables: number[];
  barred: number;
};

function assemble(
  size: { startups: number; investors: number; slots: number },
  drawn: Drawn,
  spice: Spice,
): Instance {
  const [first, second] = drawn.pairs;
  const tables = drawn.tables.map((table) => Math.min(table, Math.max(...drawn.tablesPerSlot) - 1));
  const instance = instanceSchema.parse({
    slots: size.slots,
    tablesPerSlot: drawn.tablesPerSlot,
    startupAvailability: drawn.startupAvailability,
    vcAvailability: drawn.vcAvailability,
    requests: drawn.pairs.map((pair, at) => [...pair, drawn.weights[at]]),
    ...(spice.refusals && drawn.refused && first && { noThanks: [first] }),
    ...(spice.refusals && second && { blackouts: [[...second, drawn.barred]] }),
    ...(spice.musts && drawn.must && second && { musts: [second], startupFloor: drawn.startupFloor }),
    ...(spice.limits && drawn.startupMax !== null && { startupMax: drawn.startupMax }),
    ...(spice.limits && drawn.vcMax !== null && { vcMax: drawn.vcMax }),
    ...(spice.rest && {
      startupRestAfter: drawn.rest,
      dayStarts: drawn.barred > 0 ? [0, drawn.barred] : [0],
    }),
    ...(spice.fixedTables && {
      startupTable: tables.slice(0, size.startups),
      vcTable: tables.slice(3, 3 + size.investors),
    }),
  });
  const locks: Placed[] = first ? [[...first, drawn.barred]] : [];
  return spice.locks && isLegal(instance, locks) ? { ...instance, locks } : instance;
}

function pairsOf(startups: number, investors: number): [number, number][] {
  return Array.from({ length: startups * investors }, (_, at) => [at % startups, Math.floor(at / startups)]);
}
