import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEqual, mergeEdit } from './merge';

type Company = { name: string; sector: string | null; tags: string[]; due: Date; minor: bigint };

const original: Company = {
  name: 'StepOne',
  sector: null,
  tags: ['bio'],
  due: new Date('2023-05-03T00:00:00Z'),
  minor: 5n,
};
const copyOf = (company: Company): Company => structuredClone(company);

describe('mergeEdit', () => {
  it('applies a fresh edit as it is', () => {
    const edit = { current: original, currentVersion: 3, readVersion: 3, changes: { name: 'Step One' } };
    expect(mergeEdit(edit)).toEqual({ kind: 'apply', changes: { name: 'Step One' } });
  });

  it('T31 merges two tabs that changed different fields', () => {
    const merged = mergeEdit<Company>({
      current: { ...copyOf(original), sector: 'robotics' },
      currentVersion: 4,
      readVersion: 3,
      changes: { name: 'Step One', tags: [], due: new Date(0), minor: 6n },
      base: copyOf(original),
    });
    expect(merged).toEqual({
      kind: 'apply',
      changes: { name: 'Step One', tags: [], due: new Date(0), minor: 6n },
    });
  });

  it('T31 shows mine, theirs and the original where two tabs changed the same field', () => {
    const merged = mergeEdit<Company>({
      current: { ...copyOf(original), name: 'Theirs' },
      currentVersion: 4,
      readVersion: 3,
      changes: { name: 'Mine', sector: 'bio' },
      base: { name: 'StepOne', sector: null },
    });
    const fields = [{ field: 'name', mine: 'Mine', theirs: 'Theirs', original: 'StepOne' }];
    expect(merged).toEqual({ kind: 'conflict', fields });
  });

  it('T31 does not ask about a field that both changed to the same value', () => {
    const merged = mergeEdit<Company>({
      current: { ...copyOf(original), name: 'Same' },
      currentVersion: 4,
      readVersion: 3,
      changes: { name: 'Same' },
      base: { name: 'StepOne' },
    });
    expect(merged.kind).toBe('apply');
  });

  it('T31 refuses a stale edit that does not say what it had read', () => {
    const stale = {
      current: original,
      currentVersion: 4,
      readVersion: 3,
      changes: { name: 'Mine', sector: 'bio' },
    };
    const merged = mergeEdit<Company>({ ...stale, base: { sector: null } });
    expect(merged).toEqual({
      kind: 'conflict',
      fields: [{ field: 'name', mine: 'Mine', theirs: 'StepOne', original: undefined }],
    });
    expect(mergeEdit<Company>(stale).kind).toBe('conflict');
    expect(mergeEdit<Company>({ ...stale, changes: { name: 'StepOne' }, base: {} }).kind).toBe('conflict');
  });

  it('T31 never overwrites what the editor had not seen', () => {
    const record = fc.record({
      a: fc.integer({ max: 2, min: 0 }),
      b: fc.boolean(),
      c: fc.array(fc.nat(1), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(
        record,
        record,
        record,
        fc.subarray(['a', 'b', 'c'] as const),
        (base, theirs, mine, touched) => {
          const changes = Object.fromEntries(touched.map((field) => [field, mine[field]]));
          const merged = mergeEdit({ current: theirs, currentVersion: 2, readVersion: 1, changes, base });
          const disputed = touched.filter(
            (field) =>
              JSON.stringify(base[field]) !== JSON.stringify(theirs[field]) &&
              JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]),
          );
          if (disputed.length === 0) expect(merged).toEqual({ kind: 'apply', changes });
          else
            expect(merged.kind === 'conflict' && merged.fields.map(({ field }) => field)).toEqual(disputed);
        },
      ),
    );
  });
});

describe('isEqual', () => {
  it('compares dates, lists, records and bigints by value', () => {
    expect(isEqual(new Date(1), new Date(1))).toBe(true);
    expect(isEqual(new Date(1), new Date(2))).toBe(false);
    expect(isEqual(new Date(1), {})).toBe(false);
    expect(isEqual([1, [2n]], [1, [2n]])).toBe(true);
    expect(isEqual([1, 2], [2, 1])).toBe(false);
    expect(isEqual([], {})).toBe(false);
    expect(isEqual({ a: 1, b: undefined }, { a: 1 })).toBe(false);
    expect(isEqual({ a: { b: [null] } }, { a: { b: [null] } })).toBe(true);
    expect(isEqual(null, {})).toBe(false);
    expect(isEqual(1, 1n)).toBe(false);
    expect(isEqual(Number.NaN, Number.NaN)).toBe(true);
  });
});
