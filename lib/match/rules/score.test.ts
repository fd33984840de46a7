import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FACTORS,
  FULL,
  findingsOf,
  type InvestorTerms,
  type MatchFinding,
  type PairEvidence,
  RATE_UNIT,
  type StartupTerms,
} from './factors';
import {
  byScore,
  readWeights,
  scoreOf,
  shownScore,
  USUAL_WEIGHTS,
  type Weights,
  writeWeights,
} from './score';
import { summarizeTenths, tenthsOf } from './tenths';

const startup: StartupTerms = {
  sector: 'ai',
  round: 'series_a',
  sought: { minor: 5_000_000_000, currency: 'KRW' },
  regions: ['korea'],
};
const investor: InvestorTerms = {
  focus: ['ai', 'robotics'],
  rounds: ['seed', 'series_a'],
  ticket: { min: 50_000_000, max: 200_000_000, currency: 'USD' },
  regions: ['north_america', 'korea'],
};
const evidence: PairEvidence = { held: 0, interest: null, wish: null };
/** 1 USD = 1,250 KRW. */
const RATES = new Map([
  ['KRW', RATE_UNIT],
  ['USD', 1250n * RATE_UNIT],
]);
const pointsOf = (s: Partial<StartupTerms>, i: Partial<InvestorTerms> = {}, e: Partial<PairEvidence> = {}) =>
  Object.fromEntries(
    findingsOf({ ...startup, ...s }, { ...investor, ...i }, { ...evidence, ...e }, RATES).map(
      ({ factor, points, reason }) => [factor, [points, reason]],
    ),
  );

describe('the findings of a pair', () => {
  it('compare the sector with the focus; words of their own and “other” are compared with nothing', () => {
    expect(pointsOf({}).sector).toEqual([1000, 'sector_in_focus']);
    expect(pointsOf({ sector: 'energy' }).sector).toEqual([0, 'sector_not_in_focus']);
    expect(pointsOf({}, { focus: [] }).sector).toEqual([null, 'focus_unknown']);
    expect(pointsOf({}, { focus: ['climate', 'other'] }).sector).toEqual([null, 'focus_in_own_words']);
    expect(pointsOf({ sector: 'other' }).sector).toEqual([null, 'sector_open']);
  });

  it('give half where the investor joins a round before or after', () => {
    expect(pointsOf({}).round).toEqual([1000, 'round_joined']);
    expect(pointsOf({ round: 'series_b' }).round).toEqual([500, 'round_next_to']);
    expect(pointsOf({ round: 'series_c' }).round).toEqual([0, 'round_far']);
    expect(pointsOf({ round: '' }).round).toEqual([null, 'round_unknown']);
  });

  it('compare what is sought with the ticket, at the program’s rate where the currencies differ', () => {
    // 50억 won at 1,250 won are 4,000,000 dollars: twice the upper end of 2,000,000.
    expect(pointsOf({}).ticket).toEqual([500, 'ticket_part']);
    // 12억 5천 are 1,000,000 dollars, between both ends.
    expect(pointsOf({ sought: { minor: 1_250_000_000, currency: 'KRW' } }).ticket).toEqual([
      1000,
      'ticket_fits',
    ]);
    // 100,000 dollars are a fifth of the lower end of 500,000.
    expect(pointsOf({ sought: { minor: 10_000_000, currency: 'USD' } }).ticket).toEqual([
      200,
      'ticket_too_large',
    ]);
    expect(pointsOf({}, { ticket: { min: 100, max: null, currency: 'KRW' } }).ticket).toEqual([
      1000,
      'ticket_fits',
    ]);
    expect(pointsOf({}, { ticket: null }).ticket).toEqual([null, 'ticket_unknown']);
    expect(pointsOf({}, { ticket: { min: 1, max: 2, currency: 'EUR' } }).ticket).toEqual([
      null,
      'currencies_differ',
    ]);
  });

  it('go by common regions, the interest of the last outcome and the strongest word', () => {
    expect(pointsOf({}).region).toEqual([1000, 'region_shared']);
    expect(pointsOf({ regions: ['japan'] }).region).toEqual([0, 'region_apart']);
    expect(pointsOf({}, {}, { held: 1 }).meetings).toEqual([null, 'meetings_without_outcome']);
    expect(pointsOf({}, {}, { held: 2, interest: 4 }).meetings).toEqual([750, 'meetings_interest']);
    expect(pointsOf({}, {}, { wish: 'like' }).wishes).toEqual([750, 'wish_like']);
    expect(pointsOf({}).wishes).toEqual([null, 'wishes_none']);
  });
});

describe('a score', () => {
  it('is the weighted mean with the unknown in the middle, and says how much of the weight is known', () => {
    // Known: sector 1000 x 30, round 1000 x 20, ticket 500 x 20, region 1000 x 10: 70,000 of 80; 500 for the other 20.
    const findings = findingsOf(startup, investor, evidence, RATES);
    expect(scoreOf(findings, USUAL_WEIGHTS)).toEqual({ points: 800, known: 875, certainty: 80 });
    expect(shownScore(875)).toBe(87);
    const onlyWishes: Weights = { sector: 0, round: 0, ticket: 0, region: 0, meetings: 0, wishes: 1 };
    expect(scoreOf(findings, onlyWishes)).toEqual({ points: null, known: null, certainty: 0 });
  });

  it('is pulled towards the middle the less is known, so that one good fact does not beat many', () => {
    const only = (known: number): MatchFinding[] =>
      FACTORS.map((factor, at) => ({
        ...{ factor, points: at < known ? 900 : null, reason: 'wishes_none', named: {} },
      }));
    const equal = Object.fromEntries(FACTORS.map((factor) => [factor, 10])) as Weights;
    const scores = [1, 2, 3, 4, 5, 6].map((known) => scoreOf(only(known), equal));
    expect(scores.map(({ known }) => known)).toEqual([900, 900, 900, 900, 900, 900]);
    // 900 x n and 500 x (6 - n), of 6.
    expect(scores.map(({ points }) => points)).toEqual([566, 633, 700, 766, 833, 900]);
  });

  const findings = fc
    .array(fc.option(fc.integer({ min: 0, max: FULL })), {
      minLength: FACTORS.length,
      maxLength: FACTORS.length,
    })
    .map((all) =>
      FACTORS.map(
        (factor, at): MatchFinding => ({ factor, points: all[at] ?? null, reason: 'wishes_none', named: {} }),
      ),
    );
  const weights = fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: FACTORS.length, maxLength: FACTORS.length })
    .filter((all) => all.some((each) => each > 0))
    .map((all) => Object.fromEntries(FACTORS.map((factor, at) => [factor, all[at]])) as Weights);
  const place = fc.integer({ min: 0, max: FACTORS.length - 1 });

  it('never falls where one factor speaks more for the pair, and stays between the least and the most', () => {
    fc.assert(
      fc.property(findings, weights, place, fc.integer({ min: 0, max: FULL }), (all, by, at, more) => {
        const [was, known] = [scoreOf(all, by).points, all[at]?.points ?? null];
        const points = all.flatMap((each) =>
          each.points === null || by[each.factor] === 0 ? [] : [each.points],
        );
        if (was === null) return expect(points).toEqual([]);
        expect(was).toBeGreaterThanOrEqual(Math.min(...points, FULL / 2));
        expect(was).toBeLessThanOrEqual(Math.max(...points, FULL / 2));
        if (known === null) return;
        const better = all.map((each, index) =>
          index === at ? { ...each, points: Math.max(known, more) } : each,
        );
        expect(scoreOf(better, by).points).toBeGreaterThanOrEqual(was);
      }),
    );
  });

  it('by what is known alone does not change by what is unknown, which only takes certainty', () => {
    fc.assert(
      fc.property(findings, weights, place, (all, by, at) => {
        const without = all.map((each, index) => (index === at ? { ...each, points: null } : each));
        const others = all.filter((_, index) => index !== at);
        expect(scoreOf(without, by).known).toBe(scoreOf(others, by).known);
        expect(scoreOf(without, by).certainty).toBeLessThanOrEqual(scoreOf(all, by).certainty);
      }),
    );
  });

  it('rises towards a factor that counts more', () => {
    fc.assert(
      fc.property(findings, weights, place, fc.integer({ min: 1, max: 100 }), (all, by, at, more) => {
        const [was, finding] = [scoreOf(all, by).points, all[at]];
        if (was === null || !finding || finding.points === null) return;
        const heavier = { ...by, [finding.factor]: by[finding.factor] + more };
        const becomes = scoreOf(all, heavier).points ?? -1;
        // Both are rounded down: the mean of what is above the mean may not fall below it.
        if (finding.points > was) expect(becomes).toBeGreaterThanOrEqual(was);
        else expect(becomes).toBeLessThanOrEqual(was);
      }),
    );
  });

  it('puts the best first, then the more certain, then the order of names', () => {
    const at = (points: number, certainty: number, startupAt: number, investorAt: number) => ({
      ...{ points, certainty, startupAt, investorAt },
    });
    const order = [
      at(900, 10, 9, 9),
      at(800, 90, 5, 5),
      at(800, 80, 1, 2),
      at(800, 80, 1, 3),
      at(800, 80, 2, 0),
    ];
    expect(order.toReversed().sort(byScore)).toEqual(order);
  });

  it('is weighed by what an address says, in the order of the factors', () => {
    expect(readWeights('30,20,20,10,10,10')).toEqual(USUAL_WEIGHTS);
    expect(writeWeights(USUAL_WEIGHTS)).toBe('30,20,20,10,10,10');
    for (const wrong of ['', '1,2,3', '0,0,0,0,0,0', '101,0,0,0,0,0', '1,2,3,4,5,x', '-1,2,3,4,5,6'])
      expect(readWeights(wrong)).toBeNull();
  });
});

describe('the tenths of scored pairs', () => {
  it('keep equal scores together, by how many are higher', () => {
    // Twenty pairs: two a tenth. The three of 700 begin at the fifth place, which is in the third tenth.
    const points = [
      900,
      890,
      880,
      870,
      700,
      700,
      700,
      690,
      ...Array.from({ length: 12 }, (_, at) => 500 - at),
    ];
    expect(tenthsOf(points).slice(0, 10)).toEqual([1, 1, 2, 2, 3, 3, 3, 4, 5, 5]);
    expect(tenthsOf([])).toEqual([]);
  });

  it('count what became of them, with sums by rung and currency that are never added', () => {
    const standings = Array.from({ length: 20 }, (_, at) => ({
      ...{ pairId: `p${at}`, points: 1000 - at, isWished: at === 0, isMet: at < 3 },
    }));
    const paid = { rung: 'paid', currency: 'KRW' };
    const [first, second, ...rest] = summarizeTenths(standings, [
      { ...paid, pairId: 'p0', minor: 3n },
      { ...paid, pairId: 'p1', minor: 4n },
      { pairId: 'p1', rung: 'paid', currency: 'USD', minor: 5n },
      { pairId: 'p2', rung: 'discussed', currency: 'KRW', minor: 6n },
      { ...paid, pairId: 'unscored', minor: 100n },
    ]);
    expect(first).toEqual({
      ...{ tenth: 1, scores: { from: 99, to: 100 }, pairs: 2, wished: 1, met: 2 },
      amounts: [
        { ...paid, minor: '7', pairs: 2 },
        { rung: 'paid', currency: 'USD', minor: '5', pairs: 1 },
      ],
    });
    expect(second).toMatchObject({
      pairs: 2,
      wished: 0,
      met: 1,
      amounts: [{ rung: 'discussed', minor: '6' }],
    });
    expect(rest.every(({ pairs, met, amounts }) => pairs === 2 && met === 0 && amounts.length === 0)).toBe(
      true,
    );
  });
});
