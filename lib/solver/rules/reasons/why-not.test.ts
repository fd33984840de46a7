import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyTimetable } from '@/scripts/test/timetable/brute-force';
import { checkReason } from '@/scripts/test/timetable/check-reason';
import { smallInstances } from '@/scripts/test/timetable/small-instances';
import type { Instance, Placed } from '../../schema';
import type { Reason, WhyNot } from './reason';
import { reasonsIn, whyNot } from './why-not';

type Situation = { instance: Instance; timetable: Placed[] };

const situations: fc.Arbitrary<Situation> = fc
  .record({
    instance: smallInstances(
      { limits: true, rest: true, refusals: true, fixedTables: true, musts: true, locks: true },
      { wishes: 6 },
    ),
    which: fc.nat(),
  })
  .map(({ instance, which }) => {
    const all = everyTimetable(instance).sort((a, b) => b.length - a.length);
    return { instance, timetable: all[which % all.length] as Placed[] };
  });

function unmet({ instance, timetable }: Situation): [number, number][] {
  return instance.requests
    .map(([startup, investor]): [number, number] => [startup, investor])
    .filter(([s, v]) => !timetable.some((meeting) => meeting[0] === s && meeting[1] === v));
}

const explained = ({ instance, timetable }: Situation, wish: [number, number]) =>
  whyNot(instance, timetable, wish) as WhyNot;

describe('why not', () => {
  it('has a reason for every unmet wish, which the check accepts', () => {
    const seen = new Set<Reason['kind']>();
    fc.assert(
      fc.property(situations, (situation) => {
        const { instance, timetable } = situation;
        for (const wish of unmet(situation)) {
          const answer = explained(situation, wish);
          seen.add(answer.reason.kind);
          expect(checkReason(instance, timetable, wish, answer)).toEqual([]);
        }
      }),
      { numRuns: 800 },
    );
    // Rest and tables alone decide seldom; the others have to have been seen.
    for (const kind of [
      'no_thanks',
      'tables_differ',
      'no_common_slot',
      'startup_max',
      'startup_full',
      'slots_taken',
    ]) {
      expect(seen).toContain(kind);
    }
  });

  it('always knows a way, unless the pair may never meet or a lock stands in every slot', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        for (const wish of unmet(situation)) {
          const { reason, least } = explained(situation, wish);
          const never = reason.kind === 'no_thanks' || reason.kind === 'tables_differ';
          if (never) expect(least).toEqual([]);
          else if ((situation.instance.locks ?? []).length === 0) expect(least.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a reason or a way that has been tampered with is refused', () => {
    fc.assert(
      fc.property(situations, fc.nat(), (situation, pick) => {
        const { instance, timetable } = situation;
        for (const wish of unmet(situation)) {
          const answer = explained(situation, wish);
          const forgeries = forged(answer);
          fc.pre(forgeries.length > 0);
          const forgery = forgeries[pick % forgeries.length] as WhyNot;
          expect(checkReason(instance, timetable, wish, forgery)).not.toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is silent about pairs that meet, and refuses pairs nobody wished', () => {
    const instance: Instance = {
      name: 'one',
      slots: 1,
      tablesPerSlot: 1,
      startupAvailability: ['1'],
      vcAvailability: ['1', '1'],
      requests: [[0, 0, 2]],
    };
    expect(whyNot(instance, [[0, 0, 0]], [0, 0])).toBeNull();
    expect(() => whyNot(instance, [], [0, 1])).toThrow('not among the requests');
  });
});

describe('the least that would have to give', () => {
  const day: Instance = {
    name: 'day',
    slots: 2,
    tablesPerSlot: 2,
    startupAvailability: ['11', '11'],
    vcAvailability: ['11', '11'],
    requests: [
      [0, 0, 3],
      [0, 1, 2],
      [1, 0, 4],
    ],
  };

  it('is one more free slot of one party', () => {
    const instance = { ...day, vcAvailability: ['00', '11'] };
    const answer = whyNot(instance, [[0, 1, 0]], [0, 0]) as WhyNot;
    expect(answer.reason.kind).toBe('no_common_slot');
    expect(answer.least).toContainEqual({
      slot: 1,
      gives: [{ kind: 'free_slot', side: 'investor', party: 0, slot: 1 }],
      moves: [],
      drops: [],
      lost: 0,
    });
  });

  it('is one more table', () => {
    const instance = { ...day, tablesPerSlot: [1, 0] };
    const answer = whyNot(instance, [[0, 1, 0]], [1, 0]) as WhyNot;
    expect(answer.reason.kind).toBe('tables_full');
    expect(answer.least.map(({ gives }) => gives)).toContainEqual([{ kind: 'table', slot: 0, tables: 1 }]);
  });

  it('is one meeting moved', () => {
    const instance = { ...day, startupAvailability: ['11', '10'] };
    const answer = whyNot(instance, [[0, 0, 0]], [1, 0]) as WhyNot;
    expect(answer.reason.kind).toBe('investor_full');
    expect(answer.least).toContainEqual({
      slot: 0,
      gives: [],
      moves: [{ startup: 0, investor: 0, from: 0, to: 1 }],
      drops: [],
      lost: 0,
    });
  });

  it('is a meeting of lower weight dropped', () => {
    const instance = { ...day, slots: 1, startupAvailability: ['1', '1'], vcAvailability: ['1', '1'] };
    const answer = whyNot(instance, [[0, 0, 0]], [1, 0]) as WhyNot;
    expect(answer.least).toEqual([{ slot: 0, gives: [], moves: [], drops: [[0, 0, 0]], lost: 3 }]);
  });

  it('is nothing where a place is open', () => {
    const answer = reasonsIn(day, [])([0, 1]) as WhyNot;
    expect(answer.reason.kind).toBe('open');
    expect(answer.least).toEqual([{ slot: 0, gives: [], moves: [], drops: [], lost: 0 }]);
  });
});

/** Answers with one thing changed, each of which makes them false. */
function forged({ reason, least }: WhyNot): WhyNot[] {
  const reasons: Reason[] = [];
  if ('slots' in reason) {
    reasons.push({ ...reason, slots: reason.slots.slice(1) });
    reasons.push({
      ...reason,
      slots: reason.slots.map(({ slot }) => ({ slot, blocks: [] })),
      kind: 'rest',
    } as Reason);
    reasons.push({ kind: 'no_thanks' });
    reason.slots.forEach(({ slot, blocks }, at) => {
      const swap = (block: unknown) =>
        reasons.push({
          ...reason,
          slots: reason.slots.map((each, place) =>
            place === at ? { slot, blocks: [...blocks, block] } : each,
          ),
        } as Reason);
      for (const block of blocks) {
        if (block.kind === 'startup_busy') swap({ ...block, weight: block.weight + 1 });
        if (block.kind === 'investor_busy') swap({ ...block, startup: block.startup + 1 });
        if (block.kind === 'tables_full') swap({ ...block, tables: block.tables + 1 });
      }
      if (!blocks.some(({ kind }) => kind === 'startup_away')) swap({ kind: 'startup_away' });
      if (!blocks.some(({ kind }) => kind === 'no_tables')) swap({ kind: 'no_tables' });
    });
  }
  if ('max' in reason) reasons.push({ ...reason, max: reason.max + 1 });
  if (reason.kind === 'tables_differ') reasons.push({ ...reason, startupTable: reason.startupTable + 1 });
  const ways = least.flatMap((way, at) =>
    [
      { ...way, lost: way.lost + 1 },
      { ...way, gives: [...way.gives, { kind: 'table', slot: way.slot, tables: 1 } as const] },
      ...way.gives.map((_, give) => ({ ...way, gives: way.gives.filter((__, place) => place !== give) })),
      ...way.moves.map((move) => ({ ...way, moves: [{ ...move, to: move.from }] })),
      ...way.drops.map((_, drop) => ({ ...way, drops: way.drops.filter((__, place) => place !== drop) })),
    ].map((changed) => least.map((each, place) => (place === at ? changed : each))),
  );
  return [
    ...reasons.map((changed) => ({ reason: changed, least })),
    ...ways.map((changed) => ({ reason, least: changed })),
  ];
}
