import { describe, expect, test } from 'vitest';
import { drawSample } from './sample';

const of = (folder: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ folder, key: `${folder}${index}` }));
const ALL = [...of('timetable', 330), ...of('amount', 50), ...of('pair', 95), ...of('outcome', 25)];

describe('a sample of mutants', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(drawSample(ALL, 100, 7)).toEqual(drawSample(ALL, 100, 7));
    expect(drawSample(ALL, 100, 7)).not.toEqual(drawSample(ALL, 100, 8));
  });

  test('has its size and takes none twice', () => {
    expect(new Set(drawSample(ALL, 101, 1).map(({ key }) => key)).size).toBe(101);
  });

  test('takes from each folder in proportion', () => {
    const drawn = Object.groupBy(drawSample(ALL, 100, 1), ({ folder }) => folder);
    const counts = Object.fromEntries(Object.entries(drawn).map(([folder, own]) => [folder, own?.length]));
    expect(counts).toEqual({ amount: 10, outcome: 5, pair: 19, timetable: 66 });
  });

  test('is all of them when they are fewer', () => {
    expect(drawSample(ALL, 1000, 1)).toHaveLength(500);
  });
});
