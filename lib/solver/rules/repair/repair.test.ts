import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { highsEngine } from '@/lib/platform/exact/highs';
import { everyTimetable, isLegal, levelsOf } from '@/scripts/test/timetable/brute-force';
import { smallInstances } from '@/scripts/test/timetable/small-instances';
import type { Instance, Placed } from '../../schema';
import { checkTimetable } from '../check';
import { applyChange, type RepairChange, repairChangeSchema } from './apply-change';
import { difference } from './difference';
import { repair, repairQuickly, repairWithoutMoving } from './repair';

const engine = highsEngine();
afterAll(() => engine.close());

type Accident = { instance: Instance; before: Placed[]; changed: Instance };

/** A small instance, one of its fuller timetables, and something that happens. */
const accidents: fc.Arbitrary<Accident> = fc
  .record({
    instance: smallInstances(
      { limits: true, rest: true, refusals: true, musts: true, fixedTables: true },
      { wishes: 6 },
    ),
    which: fc.nat(),
    kind: fc.integer({ min: 0, max: 4 }),
    at: fc.nat(),
  })
  .map(({ instance, which, kind, at }) => {
    const full = everyTimetable(instance).sort((a, b) => b.length - a.length);
    const before = full[which % Math.ceil(full.length / 4)] as Placed[];
    return {
      instance,
      before,
      changed: applyChange(instance, before, happened(instance, kind, at)).instance,
    };
  });

function happened(instance: Instance, kind: number, at: number): RepairChange {
  const slot = at % instance.slots;
  const startup = at % instance.startupAvailability.length;
  const investor = at % instance.vcAvailability.length;
  const kinds = [
    { startupsGone: [startup] },
    { vcsGone: [investor] },
    { tablesLost: [[slot, 1]] },
    { slotsLost: [slot] },
    { startupsAway: [[startup, slot]], fromSlot: slot },
  ];
  return repairChangeSchema.parse(kinds[kind]);
}

/** By number of changes to meetings still valid: the best levels there are. */
function curveOf({ before, changed }: Accident): { changes: number; levels: number[] }[] {
  const best = new Map<number, number[]>();
  for (const each of everyTimetable(changed)) {
    const changes = changesIn(changed, before, each);
    const levels = levelsOf(changed, each);
    const known = best.get(changes);
    if (!known || isBetter(levels, known)) best.set(changes, levels);
  }
  const curve: { changes: number; levels: number[] }[] = [];
  for (const [changes, levels] of [...best].sort(([a], [b]) => a - b)) {
    const last = curve.at(-1);
    if (!last || isBetter(levels, last.levels)) curve.push({ changes, levels });
  }
  return curve;
}

function changesIn(changed: Instance, before: readonly Placed[], after: readonly Placed[]): number {
  const alone = { ...changed, startupMax: undefined, vcMax: undefined, startupRestAfter: undefined };
  const valid = before.filter((meeting) => isLegal(alone, [meeting]) && agreesWithLocks(changed, meeting));
  return valid.filter((meeting) => !after.some((each) => String(each) === String(meeting))).length;
}

function agreesWithLocks({ locks = [] }: Instance, [startup, investor, slot]: Placed): boolean {
  const lock = locks.find((each) => each[0] === startup && each[1] === investor);
  return lock === undefined || lock[2] === slot;
}

function isBetter(one: readonly number[], other: readonly number[]): boolean {
  const first = one.findIndex((value, level) => value !== other[level]);
  return first >= 0 && (one[first] as number) > (other[first] as number);
}

describe('repair', () => {
  it('gives the whole curve of changes against value, as trying everything does', async () => {
    await fc.assert(
      fc.asyncProperty(accidents, async (accident) => {
        const found = await repair(accident.changed, accident.before, {
          engine: { solveMip: engine.solveMip, secondsLeft: () => 10 },
        });
        expect(
          found.options.map(({ changes, musts, floor, weight }) => ({
            changes,
            levels: [musts, floor, weight],
          })),
        ).toEqual(curveOf(accident));
        expect(found.options.every((option) => option.proved)).toBe(true);
        expect(found.fewestProved && found.complete).toBe(true);
        for (const option of found.options)
          expect(checkTimetable(accident.changed, option.meetings)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('without an engine is legal, counts honestly and claims nothing', () => {
    fc.assert(
      fc.property(accidents, ({ changed, before }) => {
        for (const option of repairQuickly(changed, before).options) {
          expect(checkTimetable(changed, option.meetings)).toEqual([]);
          expect([option.musts, option.floor, option.weight]).toEqual(levelsOf(changed, option.meetings));
          expect(option.changes).toBe(changesIn(changed, before, option.meetings));
          expect(option.proved).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('moves nobody in its first option where what was still fits together', () => {
    fc.assert(
      fc.property(accidents, ({ changed, before }) => {
        const valid = before.filter((meeting) => isLegal(changed, [meeting]));
        fc.pre(isLegal(changed, valid));
        const { meetings, changes } = repairWithoutMoving(changed, before);
        expect(changes).toBe(0);
        expect(meetings).toEqual(expect.arrayContaining(valid));
        const full = everyTimetable(changed).filter((each) => meetings.every((kept) => has(each, kept)));
        expect(full.every((each) => each.length <= meetings.length)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('proves nothing with an engine that had no time, and keeps what the search found', async () => {
    const idle = async () => ({
      status: 'stopped' as const,
      objective: null,
      bound: null,
      values: null,
      byName: {},
    });
    await fc.assert(
      fc.asyncProperty(accidents, async (accident) => {
        const { changed, before } = accident;
        const found = await repair(changed, before, { engine: { solveMip: idle, secondsLeft: () => 10 } });
        const searched = repairQuickly(changed, before);
        expect(found.options.map((each) => each.meetings)).toEqual(
          searched.options.map((each) => each.meetings),
        );
        expect(found.complete).toBe(found.options.some((each) => each.proved));
        const curve = curveOf(accident);
        for (const { proved, changes, musts, floor, weight } of found.options) {
          // Only what meets every bound there is needs no engine.
          if (proved) expect(curve).toContainEqual({ changes, levels: [musts, floor, weight] });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('answers the same again', () => {
    fc.assert(
      fc.property(accidents, ({ changed, before }) => {
        expect(repairQuickly(changed, before)).toEqual(repairQuickly(changed, before));
      }),
      { numRuns: 30 },
    );
  });

  it('recommends the fewest changes with which no must is lost that another option keeps', () => {
    const changed = repairChangeSchema.parse({ startupsAway: [[0, 0]] });
    const instance: Instance = {
      name: 'must',
      slots: 2,
      tablesPerSlot: 1,
      startupAvailability: ['11', '11'],
      vcAvailability: ['11'],
      requests: [
        [0, 0, 1],
        [1, 0, 5],
      ],
      musts: [[0, 0]],
    };
    const before: Placed[] = [
      [0, 0, 0],
      [1, 0, 1],
    ];
    const found = repairQuickly(applyChange(instance, before, changed).instance, before);
    expect(found.options.map(({ changes, musts, weight }) => [changes, musts, weight])).toEqual([
      [0, 0, 5],
      [1, 1, 6],
    ]);
    expect(found.recommended).toBe(1);
  });
});

describe('a change', () => {
  const instance: Instance = {
    name: 'day',
    slots: 3,
    tablesPerSlot: 2,
    startupAvailability: ['111', '111'],
    vcAvailability: ['111', '110'],
    requests: [
      [0, 0, 3],
      [1, 1, 2],
    ],
    locks: [[1, 1, 1]],
  };
  const before: Placed[] = [
    [0, 0, 0],
    [1, 1, 1],
  ];

  it('keeps the numbers of those who stay, and lets go of locks that cannot hold', () => {
    const { instance: after, locksReleased } = applyChange(
      instance,
      before,
      repairChangeSchema.parse({ vcsGone: [1], tablesLost: [[2, 1]] }),
    );
    expect(after.vcAvailability).toEqual(['111', '000']);
    expect(after.tablesPerSlot).toEqual([2, 2, 1]);
    expect(after.locks).toEqual([]);
    expect(locksReleased).toEqual([[1, 1, 1]]);
  });

  it('leaves what is over as it was', () => {
    const { instance: after } = applyChange(
      instance,
      before,
      repairChangeSchema.parse({ startupsGone: [0], fromSlot: 1, noThanksAdded: [[0, 0]] }),
    );
    expect(after.startupAvailability[0]).toBe('100');
    expect(after.startupAvailability[1]).toBe('011');
    expect(after.locks).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ]);
    expect(after.noThanks).toEqual([]);
    expect(everyTimetable(after)).toEqual([before]);
  });

  it('names what does not exist', () => {
    expect(() => applyChange(instance, before, repairChangeSchema.parse({ vcsGone: [2] }))).toThrow(
      'investor',
    );
    expect(() => repairChangeSchema.parse({ vcGone: [1] })).toThrow();
  });
});

describe('the difference of two timetables', () => {
  it('tells kept, moved, dropped and added meetings, and whom it concerns', () => {
    const told = difference(
      [
        [0, 0, 0],
        [0, 1, 1],
        [1, 2, 0],
      ],
      [
        [3, 3, 1],
        [0, 0, 0],
        [0, 1, 2],
      ],
    );
    expect(told).toEqual({
      kept: [[0, 0, 0]],
      moved: [{ startup: 0, investor: 1, from: 1, to: 2 }],
      dropped: [[1, 2, 0]],
      added: [[3, 3, 1]],
      startupsTouched: [0, 1, 3],
      investorsTouched: [1, 2, 3],
      partiesTouched: 6,
    });
  });
});

function has(timetable: readonly Placed[], meeting: Placed): boolean {
  return timetable.some((each) => String(each) === String(meeting));
}
