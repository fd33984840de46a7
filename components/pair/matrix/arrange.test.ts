import { describe, expect, test } from 'vitest';
import { cellCode, type MatrixCell } from '@/lib/pair/rules/cells';
import type { PairMatrix } from '@/lib/pair/schema/figures';
import { arrange, orderOf, tallyMatrix, withOrder } from './arrange';
import { compareMoney, moneyAt, rungOf } from './party-money';

const open = (stage: MatrixCell['stage'], more: Partial<MatrixCell> = {}): MatrixCell => ({
  stage,
  status: 'open',
  money: false,
  matches: true,
  reachedMain: stage === 'main_session' || stage === 'follow_up',
  named: true,
  ...more,
});

/** Three startups of two sectors by two investors. */
function cohort(rows: MatrixCell[][]): PairMatrix {
  return {
    startups: [
      { id: 's1', name: '가나', nameEn: 'Gana', sector: 'ai' },
      { id: 's2', name: '다라', nameEn: 'Dara', sector: 'bio_health' },
      { id: 's3', name: '마바', nameEn: 'Maba', sector: 'ai' },
    ],
    investors: [
      { id: 'i1', name: 'Alpha' },
      { id: 'i2', name: 'Beta' },
    ],
    rows: rows.map((row) => row.map(cellCode).join('')),
    ids: null,
    sums: [
      { id: 's1', rung: 'discussed', currency: 'KRW', minor: '5', pairs: 1 },
      { id: 's2', rung: 'discussed', currency: 'USD', minor: '9000', pairs: 1 },
      { id: 's3', rung: 'discussed', currency: 'KRW', minor: '7', pairs: 1 },
      { id: 's3', rung: 'paid', currency: 'KRW', minor: '999', pairs: 1 },
    ],
  };
}

const sample = cohort([
  [open('candidate'), open('main_session')],
  [open('follow_up'), open('follow_up', { status: 'passed' })],
  [open('video_call'), open('main_session', { status: 'invested' })],
]);
const by = { rows: 'name', columns: 'name', sectors: null, hideOthers: false, base: 'KRW' } as const;
const none = new Map();

describe('totals of the matrix', () => {
  test('count what reached the main session, by row, by column and in all', () => {
    const { rows, columns, all } = tallyMatrix(sample);
    expect(rows.map((row) => row.reachedMain)).toEqual([1, 2, 1]);
    expect(columns.map((column) => column.reachedMain)).toEqual([1, 3]);
    expect(all.reachedMain).toBe(4);
  });

  test('leave out what the filter leaves out', () => {
    const filtered = cohort([
      [open('main_session', { matches: false }), open('main_session')],
      [open('candidate', { matches: false }), open('candidate', { matches: false })],
      [open('candidate'), open('candidate')],
    ]);
    const { rows, tones } = tallyMatrix(filtered);
    expect(rows.map(({ pairs, reachedMain }) => [pairs, reachedMain])).toEqual([
      [1, 1],
      [0, 0],
      [2, 0],
    ]);
    expect(Object.fromEntries(tones)).toEqual({ '0': 2, '3': 1 });
  });

  test('tell an invested and a closed pair from an open one of the same stage', () => {
    expect(Object.fromEntries(tallyMatrix(sample).tones)).toEqual({
      '0': 1,
      '1': 1,
      '3': 1,
      '4': 1,
      closed: 1,
      invested: 1,
    });
  });
});

describe('the order of rows', () => {
  const tallies = tallyMatrix(sample);

  test('is by name, in bands of the sectors in their own order', () => {
    const { bands } = arrange(sample, tallies, { ...by, sectors: ['bio_health', 'ai'], money: none });
    expect(bands).toEqual([
      { key: 'bio_health', rows: [1] },
      { key: 'ai', rows: [0, 2] },
    ]);
  });

  test('puts the furthest first: invested before follow-up before main session, closed pairs count for nothing', () => {
    const { rows } = arrange(sample, tallies, { ...by, rows: 'stage', money: none });
    expect(rows).toEqual([2, 1, 0]);
  });

  test('puts the most money of one rung first, the own currency before others whatever their figures', () => {
    const money = moneyAt(sample.sums, 'discussed', 'KRW');
    const { rows } = arrange(sample, tallies, { ...by, rows: 'amount', money });
    expect(rows).toEqual([2, 0, 1]);
  });

  test('hides rows without a match only when asked to, and those without the words searched for always', () => {
    const faded = cohort([
      [open('candidate', { matches: false }), open('candidate', { matches: false })],
      [
        open('candidate', { matches: false, named: false }),
        open('candidate', { matches: false, named: false }),
      ],
      [open('candidate'), open('candidate', { matches: false, named: false })],
    ]);
    const tally = tallyMatrix(faded);
    expect(arrange(faded, tally, { ...by, money: none }).rows).toEqual([0, 2]);
    const hidden = arrange(faded, tally, { ...by, hideOthers: true, money: none });
    expect([hidden.rows, hidden.columns]).toEqual([[2], [0]]);
  });

  test('is kept in the address an axis at a time', () => {
    const sort = withOrder(withOrder(['-amount'], 'rows', 'stage'), 'columns', 'amount');
    expect(sort).toEqual(['-amount', 'rows_stage', 'columns_amount']);
    expect([orderOf(sort, 'rows'), orderOf(sort, 'columns')]).toEqual(['stage', 'amount']);
    expect(withOrder(sort, 'rows', 'name')).toEqual(['-amount', 'columns_amount']);
  });
});

describe('T37 money beside a party', () => {
  test('stays apart by currency, the own one first, and knows one rung only', () => {
    const sums = [
      { id: 's', rung: 'discussed', currency: 'USD', minor: '100', pairs: 1 },
      { id: 's', rung: 'discussed', currency: 'KRW', minor: '5', pairs: 1 },
      { id: 's', rung: 'loi', currency: 'KRW', minor: '70', pairs: 1 },
    ] as const;
    expect(moneyAt(sums, 'discussed', 'KRW').get('s')).toEqual([
      { currency: 'KRW', minor: '5' },
      { currency: 'USD', minor: '100' },
    ]);
  });

  test('is compared within a currency and never across two', () => {
    const krw = [{ currency: 'KRW', minor: '1' }];
    const usd = [{ currency: 'USD', minor: '1000000' }];
    expect(compareMoney(krw, usd, 'KRW')).toBeLessThan(0);
    expect(compareMoney([], usd, 'KRW')).toBeGreaterThan(0);
    expect(compareMoney(usd, usd, 'KRW')).toBe(0);
  });

  test('speaks of what is discussed unless the address names another rung', () => {
    expect([rungOf([]), rungOf(['paid']), rungOf(['stage'])]).toEqual(['discussed', 'paid', 'discussed']);
  });
});
