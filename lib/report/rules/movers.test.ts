import { expect, test } from 'vitest';
import type { Frozen } from '../schema';
import { advancedInShownOrder, advancedPairs, movers } from './movers';
import type { PairStanding } from './standings';

const standing = (name: string, more: Partial<PairStanding>): PairStanding => ({
  pairId: name,
  startup: { id: name, name, nameEn: '' },
  investor: { id: name, name },
  ...{ stage: 'follow_up', reached: 'follow_up', status: 'open', reasonCode: null, met: [], steps: [] },
  ...{ rung: 'discussed', minor: '100', currency: 'KRW', leftOut: false },
  ...more,
});
const named = (pairs: PairStanding[]) => advancedPairs(new Map(), pairs).map(({ pairId }) => pairId);

test('7.39 pairs of one rung stand in the order of their amounts, then by name', () => {
  const pairs = [
    standing('가', { minor: '100' }),
    standing('나', { minor: '30000000000' }),
    standing('다', { minor: '9000000000' }),
    standing('라', { minor: '9000000000' }),
  ];
  expect(named(pairs)).toEqual(['나', '다', '라', '가']);
});

test('7.39 the largest amount is among the five though others stand on a higher rung', () => {
  const higher = ['가', '나', '다', '라', '마'].map((name) => standing(name, { rung: 'loi', minor: '100' }));
  const largest = standing('하', { minor: '30000000000' });
  expect(named([...higher, largest])).toEqual(['가', '나', '다', '라', '하']);
  expect(named([...higher, { ...largest, leftOut: true }])).toEqual(['가', '나', '다', '라', '마']);
});

const GA = { id: 'ga', name: '가람', nameEn: 'Zenith' };
const NA = { id: 'na', name: '나래', nameEn: 'Apex' };

test.each([
  ['ko', ['가람', '나래']],
  ['en', ['나래', '가람']],
] as const)(
  'pairs that came equally far, and parts that changed equally, stand by the names that readers of %s see',
  (locale, order) => {
    const pairs = [NA, GA].map((startup) => standing(startup.id, { startup }));
    const advanced = advancedInShownOrder(advancedPairs(new Map(), pairs), locale);
    expect(advanced.map(({ startup }) => startup.name)).toEqual(order);
    const concentration = [NA, GA].map((startup) => ({ startup, minor: '100' }));
    const figures = { funnel: { sums: [{ sum: 'discussed', concentration }] } } as unknown as Frozen;
    expect(movers(null, figures, 'discussed', locale).map(({ startup }) => startup.name)).toEqual(order);
  },
);
