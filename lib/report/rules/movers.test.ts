import { expect, test } from 'vitest';
import type { PairStanding } from './frozen';
import { advancedPairs } from './movers';

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
