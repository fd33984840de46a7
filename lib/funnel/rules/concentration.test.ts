import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '@/lib/core/money';
import { concentrationOf, fewestFor, PERCENTS } from './concentration';
import { sumFigures } from './figures';

/** Every choice of shares tried: the fewest that reach the part asked for. */
function byTrying(percent: number, shares: readonly number[]): number {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const choices = Array.from({ length: 2 ** shares.length }, (_, bits) =>
    shares.filter((_share, n) => bits & (1 << n)),
  );
  const enough = choices.filter(
    (choice) => choice.reduce((sum, share) => sum + share, 0) * 100 >= all * percent,
  );
  return Math.min(...enough.map((choice) => choice.length));
}

const of = (name: string, minor: number) => ({
  ...{ startup: { id: name, name, nameEn: '' }, rung: 'discussed' as const, money: money(minor, 'KRW') },
  ...{ pairs: 1, closed: 0, leftOut: false },
});

describe('how few make a sum', () => {
  it('is the fewest of all choices that reach it, ties and nothings included', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(1000), fc.constantFrom(0, 1, 50, 100)), { maxLength: 9 }),
        fc.constantFrom(...PERCENTS),
        (shares, percent) => {
          expect(fewestFor(percent, shares.map(String))).toBe(byTrying(percent, shares));
        },
      ),
    );
  });

  it('counts exactly where a float would not', () => {
    const large = 9_007_199_254_740_993n;
    expect(fewestFor(50, [`${large}`, `${large + 1n}`])).toBe(1);
    expect(fewestFor(50, [`${large}`, `${large}`, '1'])).toBe(2);
    expect(fewestFor(100, [`${large}`, '1', '0'])).toBe(2);
  });

  it('is two, three and five of the five startups of 3 May 2023', () => {
    const five = [310, 265, 120, 90, 60].map((eok, n) => of(`${n}`, eok * 100_000_000));
    expect(concentrationOf(sumFigures('discussed', five, []))).toEqual({
      startups: 5,
      largest: { numerator: 367, denominator: 1000 },
      makes: [
        { percent: 50, startups: 2 },
        { percent: 80, startups: 3 },
        { percent: 100, startups: 5 },
      ],
    });
  });

  it('says nothing of a sum of nothing', () => {
    const nothing = { startups: 1, largest: null, makes: [] };
    expect(concentrationOf(sumFigures('discussed', [of('a', 0)], []))).toEqual(nothing);
  });
});
