import { describe, expect, it } from 'vitest';
import { money } from '@/lib/core/money';
import { concentrationOf } from './concentration';
import { rungFigures, sumFigures } from './figures';
import type { AmountRow } from './money';
import { conversions, losses, stageFigures } from './stages';

const of = (name: string, eok: number, more: Partial<AmountRow> = {}): AmountRow => ({
  startup: { id: name, name, nameEn: '' },
  rung: 'discussed',
  money: money(eok * 100_000_000, 'KRW'),
  pairs: 1,
  closed: 0,
  leftOut: false,
  ...more,
});
/** The five startups of 3 May 2023. */
const FIVE = [
  of('누리로보틱스', 310, { pairs: 2 }),
  of('해솔AI', 60),
  of('온새미바이오', 265, { pairs: 2 }),
  of('메디아라', 90, { pairs: 2 }),
  of('라온비전', 120, { pairs: 2 }),
];

describe('the figures of a sum', () => {
  it('name the startups behind it, the largest first, and its share', () => {
    const figures = sumFigures('discussed', [...FIVE, of('단비', 5, { rung: 'interest' })], []);
    expect(figures).toMatchObject({ pairs: 9, startups: 5, krw: { minor: '84500000000', rateDate: null } });
    expect(figures.concentration.map(({ startup }) => startup.name)).toEqual([
      '누리로보틱스',
      '온새미바이오',
      '라온비전',
      '메디아라',
      '해솔AI',
    ]);
    expect(concentrationOf(figures)).toMatchObject({ startups: 5, largest: { numerator: 367 } });
  });

  it('have no largest share without a common currency', () => {
    const figures = sumFigures('discussed', [...FIVE, of('단비', 0, { money: money(5, 'USD') })], []);
    expect(figures).toMatchObject({ krw: null, missing: ['USD'], startups: 6 });
    expect(concentrationOf(figures)).toEqual({ startups: 6, largest: null, makes: [] });
  });

  it('say how many pairs of it are closed', () => {
    expect(rungFigures('discussed', [of('가', 1, { pairs: 3, closed: 2 })], [])).toMatchObject({
      pairs: 3,
      closed: 2,
    });
  });

  it('are nothing where no pair stands', () => {
    expect(sumFigures('paid', FIVE, [])).toMatchObject({
      ...{ totals: [], krw: { minor: '0', rateDate: null }, pairs: 0, startups: 0, concentration: [] },
    });
    expect(concentrationOf(sumFigures('paid', FIVE, []))).toEqual({
      ...{ startups: 0, largest: null, makes: [] },
    });
  });

  it('carry what JSON cannot count as digits', () => {
    const rows = Array.from({ length: 10 }, (_, n) => of(`${n}`, 0, { money: money(10n ** 15n, 'KRW') }));
    expect(sumFigures('discussed', rows, []).krw?.minor).toBe('10000000000000000');
  });
});

describe('the stages', () => {
  const standing = (
    stage: 'video_call' | 'pre_meeting',
    status: 'open' | 'passed' | 'on_hold',
    pairs: number,
  ) => ({
    ...{ stage, status, pairs, reached: 'main_session' as const, reasonCode: null },
  });
  const standings = [
    standing('video_call', 'open', 5),
    standing('video_call', 'passed', 2),
    standing('pre_meeting', 'on_hold', 1),
  ];

  it('count moves back as reached, and each pair in one place only', () => {
    const stages = stageFigures(standings, [{ stage: 'video_call', pairs: 4 }]);
    expect(stages.map(({ reached }) => reached)).toEqual([8, 8, 8, 8, 0]);
    expect(stages[1]).toMatchObject({ met: 4, now: 5, lost: 2, onHold: 0 });
    const places = stages.flatMap(({ now, lost, onHold, invested }) => [now, lost, onHold, invested]);
    expect(places.reduce((sum, pairs) => sum + pairs, 0)).toBe(8);
    expect(conversions(stages).at(-1)).toEqual({
      ...{ from: 'main_session', to: 'follow_up', numerator: 0, denominator: 8 },
    });
  });

  it('lose pairs for reasons that add up, though they had reached different stages', () => {
    const lost = { stage: 'video_call', status: 'passed', reasonCode: 'timing' } as const;
    const all = losses([
      { ...lost, reached: 'video_call', pairs: 1 },
      { ...lost, reached: 'main_session', pairs: 2 },
      { ...lost, reasonCode: 'sector', reached: 'video_call', pairs: 1 },
      { ...lost, status: 'open', reached: 'video_call', pairs: 9 },
    ]);
    expect(all.map(({ reasonCode, count }) => [reasonCode, count])).toEqual([
      ['timing', 3],
      ['sector', 1],
    ]);
  });
});
