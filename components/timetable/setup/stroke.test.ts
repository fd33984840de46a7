import { describe, expect, test } from 'vitest';
import {
  type Paintable,
  painted,
  squaresOf,
  strokePaints,
  strokeSpan,
  strokeValue,
  togglePaints,
  undoOf,
} from './stroke';

const SLOTS = ['a', 'b', 'c', 'd'];
const line = (id: string, away: string[] = [], busy: string[] = []): Paintable => ({
  kind: 'startup',
  id,
  away: new Set(away),
  busy: new Set(busy),
});

describe('a stroke', () => {
  test('paints the opposite of the square it began at', () => {
    expect(strokeValue(line('s1', ['a']), 'a')).toBe(false);
    expect(strokeValue(line('s1', ['a']), 'b')).toBe(true);
  });

  test('reaches the same squares from either corner', () => {
    const [low, high] = [
      { line: 0, column: 1 },
      { line: 2, column: 3 },
    ];
    expect(strokeSpan(high, low)).toEqual(strokeSpan(low, high));
    const lines = [line('s1'), line('s2'), line('s3')];
    expect(strokePaints(lines, SLOTS, high, low, true)).toEqual(strokePaints(lines, SLOTS, low, high, true));
  });

  test('changes only what is not so already, a party at a time', () => {
    const lines = [line('s1', ['b']), line('s2', ['b', 'c'])];
    const paints = strokePaints(lines, SLOTS, { line: 0, column: 1 }, { line: 1, column: 2 }, true);
    expect(paints).toEqual([{ kind: 'startup', id: 's1', slotIds: ['c'], away: true }]);
    expect(squaresOf(paints)).toBe(1);
  });

  test('passes over headings between groups', () => {
    const lines = [line('s1'), null, line('i1')];
    const paints = strokePaints(lines, SLOTS, { line: 0, column: 0 }, { line: 2, column: 0 }, true);
    expect(paints.map(({ id }) => id)).toEqual(['s1', 'i1']);
  });

  test('does not paint what another meeting takes, and still wipes it off', () => {
    const all = [
      { line: 0, column: 0 },
      { line: 0, column: 3 },
    ] as const;
    expect(strokePaints([line('s1', [], ['b'])], SLOTS, ...all, true)[0]?.slotIds).toEqual(['a', 'c', 'd']);
    expect(strokePaints([line('s1', ['b'], ['b'])], SLOTS, ...all, false)[0]?.slotIds).toEqual(['b']);
  });
});

describe('a whole row or column', () => {
  test('is painted away while anything in it is free', () => {
    expect(togglePaints([line('s1', ['a', 'b'])], SLOTS)).toEqual([
      { kind: 'startup', id: 's1', slotIds: ['c', 'd'], away: true },
    ]);
  });

  test('is wiped off once nothing is left to paint', () => {
    const paints = togglePaints([line('s1', ['a', 'b', 'c'], ['d']), line('s2', SLOTS)], SLOTS);
    expect(paints.map(({ id, away, slotIds }) => [id, away, slotIds.length])).toEqual([
      ['s1', false, 3],
      ['s2', false, 4],
    ]);
  });
});

test('undo gives the grid back as it was, and leaves the other parties untouched', () => {
  const before = new Map([
    ['s1', new Set(['b'])],
    ['s2', new Set<string>()],
  ]);
  const lines = [line('s1', ['b']), line('s2')];
  const paints = strokePaints(lines, SLOTS, { line: 0, column: 0 }, { line: 0, column: 3 }, true);
  const after = painted(before, paints);
  expect([...(after.get('s1') ?? [])].sort()).toEqual(SLOTS);
  expect(after.get('s2')).toBe(before.get('s2'));
  expect(painted(after, undoOf(paints)).get('s1')).toEqual(new Set(['b']));
});
