import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTimetable } from '@/lib/solver/rules/check';
import { withChange } from './change';
import type { Facts, PairFact, Planned } from './facts';
import { figuresOf } from './figures';
import { toInstance } from './instance';
import { withTables } from './tables';
import { Seating } from './targets';

const SLOTS = 4;
const id = (kind: string, n: number) => `${kind}${n}`;

/** A small day: who is away, which tables are kept, what the rules allow, all by chance. */
const days = fc
  .record({
    startups: fc.integer({ min: 1, max: 4 }),
    investors: fc.integer({ min: 1, max: 4 }),
    tables: fc.integer({ min: 1, max: 3 }),
    usesTables: fc.boolean(),
    max: fc.option(fc.integer({ min: 1, max: 3 })),
    rest: fc.option(fc.integer({ min: 1, max: 2 })),
    tablesAtOnce: fc.option(fc.integer({ min: 1, max: 3 })),
    bufferMinutes: fc.constantFrom(0, 10),
    away: fc.array(fc.tuple(fc.constantFrom('s', 'v', 't'), fc.nat(3), fc.nat(SLOTS - 1)), { maxLength: 8 }),
    fixed: fc.array(fc.tuple(fc.nat(3), fc.nat(2)), { maxLength: 2 }),
    refused: fc.nat(15),
    tries: fc.array(fc.tuple(fc.nat(15), fc.nat(SLOTS - 1)), { maxLength: 30 }),
  })
  .map((day) => ({ day, facts: factsOf(day) }));

type Day = {
  startups: number;
  investors: number;
  tables: number;
  usesTables: boolean;
  max: number | null;
  rest: number | null;
  tablesAtOnce: number | null;
  bufferMinutes: number;
  away: [string, number, number][];
  fixed: [number, number][];
  refused: number;
  tries: [number, number][];
};

function factsOf(day: Day): Facts {
  const parties = (kind: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({ id: id(kind, n), name: id(kind, n), nameEn: id(kind, n) }));
  const [startups, investors] = [parties('s', day.startups), parties('v', day.investors)];
  const pairs = startups.flatMap((startup, s) =>
    investors.map(
      (investor, v): PairFact => ({
        id: `p${s * 4 + v}`,
        startupId: startup.id,
        investorId: investor.id,
        stage: 'candidate',
        status: 'open',
        wish: s * 4 + v === day.refused ? 'no_thanks' : null,
        officeWish: null,
        officeWeight: null,
        interest: null,
        heldBefore: 0,
      }),
    ),
  );
  const away = new Map<string, Set<string>>();
  for (const [kind, n, slot] of day.away) {
    away.set(id(kind, n), new Set([...(away.get(id(kind, n)) ?? []), id('t', slot).replace('t', 'slot')]));
  }
  const start = Date.parse('2023-04-28T18:30:00Z');
  const slots = Array.from({ length: SLOTS }, (_, n) => ({
    id: `slot${n}`,
    startsAt: new Date(start + n * 1_800_000).toISOString(),
    endsAt: new Date(start + n * 1_800_000 + 1_500_000).toISOString(),
    day: '2023-04-28',
  }));
  const tables = day.usesTables
    ? Array.from({ length: day.tables }, (_, n) => ({ id: id('t', n), name: String(n) }))
    : [];
  const { rest, max } = day;
  return {
    setup: {
      stage: 'main_session',
      zone: 'America/New_York',
      otherZone: 'Asia/Seoul',
      startsOn: '2023-04-28',
      endsOn: '2023-04-28',
      meetingMinutes: 25,
      usesTables: day.usesTables,
    },
    rules: {
      ...{ startupFloor: 0, investorFloor: 0, startupMax: max, investorMax: max, startupRestAfter: rest },
      ...{
        investorRestAfter: rest,
        tablesAtOnce: day.tablesAtOnce,
        bufferMinutes: day.bufferMinutes,
        version: 1,
      },
    },
    ...{ slots, tables, startups, investors, pairs, away, soleContacts: new Map(), live: [] },
    fixedTables: new Map(
      day.usesTables
        ? day.fixed.flatMap(([s, t]) => (t < day.tables ? [[id('s', s), id('t', t)] as const] : []))
        : [],
    ),
  };
}

/** Puts pair after pair where the seating allows it. */
function planned(facts: Facts, tries: readonly (readonly [number, number])[]): Planned[] {
  const plan: Planned[] = [];
  for (const [n, slot] of tries) {
    const pair = facts.pairs.find((each) => each.id === `p${n}`);
    if (!pair || plan.some(({ pairId }) => pairId === pair.id)) continue;
    const seating = new Seating(facts, plan);
    const slotId = `slot${slot}`;
    if (seating.blockOf(pair, slotId)) continue;
    plan.push({ pairId: pair.id, slotId, tableId: seating.tableFor(pair, slotId), isLocked: false });
  }
  return plan;
}

describe('a plan made by hand, move by legal move', () => {
  it('is one that the solver’s own checker finds nothing wrong with', () => {
    fc.assert(
      fc.property(days, ({ day, facts }) => {
        const plan = planned(facts, day.tries);
        const { instance, placedOf } = toInstance(facts, [], 'candidate');
        const placed = plan.map(placedOf).filter((each) => each !== null);
        expect(placed).toHaveLength(plan.length);
        expect(checkTimetable(instance, placed)).toEqual([]);
      }),
    );
  });

  it('gives no table twice in a slot and none that is away, dealt anew or not', () => {
    fc.assert(
      fc.property(days, ({ day, facts }) => {
        const plan = planned(facts, day.tries);
        for (const dealt of [
          plan,
          withTables(
            facts,
            plan.map((seat) => ({ ...seat, tableId: null })),
          ),
        ]) {
          const seats = dealt.map(({ tableId, slotId }) => `${tableId} ${slotId}`);
          expect(dealt.every(({ tableId }) => (tableId !== null) === day.usesTables)).toBe(true);
          if (day.usesTables) expect(new Set(seats).size).toBe(seats.length);
          expect(
            dealt.filter(({ tableId, slotId }) => tableId && facts.away.get(tableId)?.has(slotId)),
          ).toEqual([]);
        }
      }),
    );
  });

  it('counts as many as it has, and never more than there are seats', () => {
    fc.assert(
      fc.property(days, ({ day, facts }) => {
        const plan = planned(facts, day.tries);
        const figures = figuresOf(facts, plan, 'candidate');
        expect(figures.placed).toBe(plan.length);
        expect(figures.placed).toBeLessThanOrEqual(figures.seats);
        expect(figures.weight).toBe(plan.length * 2);
      }),
    );
  });

  it('whoever leaves can be placed nowhere', () => {
    fc.assert(
      fc.property(days, ({ day, facts }) => {
        const gone = withChange(facts, { kind: 'party_leaves', party: { kind: 'startup', id: 's0' } });
        const plan = planned(gone, day.tries);
        expect(
          plan.filter(({ pairId }) => facts.pairs.find((p) => p.id === pairId)?.startupId === 's0'),
        ).toEqual([]);
      }),
    );
  });
});
