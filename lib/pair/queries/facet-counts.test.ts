import { beforeAll, describe, expect, test } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { actAs, actIn } from '@/lib/platform/acting';
import { asViewer } from '@/lib/platform/database';
import { ownDatabase } from '@/scripts/test/own-database';
import type { PairItem } from '../schema';
import { countPairFacets } from './facet-counts';
import { summarizePairs } from './figures';
import { listPairs } from './list';

const _database = ownDatabase('sample');
let officer: ProgramScope;
let startup: ProgramScope;
beforeAll(async () => {
  const enter = async (email: string) =>
    actIn(await asViewer('nobody', (tx) => actAs(tx, email, 'web')), 'boston-2023');
  officer = await enter('officer@sample.example');
  startup = await enter('startup@sample.example');
});

type Filter = Parameters<typeof listPairs>[1];
const DAY = '2023-05-03';
const FILTERS: readonly Filter[] = [
  {},
  { asOf: DAY },
  { status: ['open'], rung: ['discussed'] },
  { asOf: DAY, interest: ['4', '5'], nextMeeting: ['none'] },
  { asOf: '2023-04-20', nextMeeting: ['week'], sector: ['ai', 'robotics'] },
  { amount: 'KRW:1000000000-30000000000', reached: 'main_session' },
  { stage: ['follow_up'], owner: ['none'], overdue: true },
  { q: '로보', met: 'main_session', asOf: DAY },
];

/** The pairs that a filter keeps once `key` asks for `value` alone. */
async function kept(scope: ProgramScope, filter: Filter, key: string, value: string): Promise<number> {
  const flags = ['overdue', 'unscheduled'];
  const single = ['reached', 'met'];
  const asked = flags.includes(key)
    ? true
    : key === 'amount'
      ? `${value}:-`
      : single.includes(key)
        ? value
        : [value];
  return (await summarizePairs(scope, { ...filter, [key]: asked })).pairs;
}

describe('the counts beside the filters', () => {
  test.each(FILTERS)('9.F1 say what each value would keep beside the rest of %j', async (filter) => {
    const { counts } = await countPairFacets(officer, filter);
    expect(counts.length).toBeGreaterThan(10);
    const some = counts.filter((_, index) => index % 4 === 0 || counts.length < 40);
    for (const { key, value, pairs } of some)
      expect({ key, value, pairs: await kept(officer, filter, key, value) }).toEqual({ key, value, pairs });
    const absent = (['5', '4', '3', '2', '1', 'none'] as const).filter(
      (value) => !counts.some((each) => each.key === 'interest' && each.value === value),
    );
    for (const value of absent) expect(await kept(officer, filter, 'interest', value)).toBe(0);
  });

  test('9.F1 are of their own pairs for a startup, and none of a program without pairs that match', async () => {
    const { counts } = await countPairFacets(startup, {});
    const startups = counts.filter(({ key }) => key === 'startup');
    expect(startups).toHaveLength(1);
    expect(startups[0]?.pairs).toBe((await summarizePairs(startup, {})).pairs);
    const nothing = await countPairFacets(officer, { q: 'no such name anywhere', interest: ['5'] });
    expect(nothing.counts).toEqual([]);
  });
});

describe('the filters', () => {
  const rows = async (filter: Filter): Promise<PairItem[]> =>
    (await listPairs(officer, { limit: 1000, ...filter })).items;

  test('9.F1 keep by interest, amount and next meeting what the rows themselves say', async () => {
    const all = await rows({ asOf: '2023-04-20' });
    const wanted = (keep: (item: PairItem) => boolean) =>
      all
        .filter(keep)
        .map(({ id }) => id)
        .sort();
    const found = async (filter: Filter) =>
      (await rows({ asOf: '2023-04-20', ...filter })).map(({ id }) => id).sort();
    expect(await found({ interest: ['4'] })).toEqual(wanted(({ interest }) => interest === 4));
    expect(await found({ interest: ['none'] })).toEqual(wanted(({ interest }) => interest === null));
    // 21 to 27 April in Seoul are the seven days ahead; the list shows the next meeting of each pair.
    const day = ({ nextMeeting }: PairItem) =>
      nextMeeting && new Date(Date.parse(nextMeeting.startsAt) + 9 * 3_600_000).toISOString().slice(0, 10);
    const week = wanted((item) => (day(item) ?? '9') <= '2023-04-27');
    expect(week.length).toBeGreaterThan(0);
    expect(await found({ nextMeeting: ['week'] })).toEqual(week);
    expect(await found({ nextMeeting: ['later'] })).toEqual(
      wanted((item) => (day(item) ?? '') > '2023-04-27'),
    );
    expect(await found({ nextMeeting: ['none'] })).toEqual(wanted(({ nextMeeting }) => nextMeeting === null));
    const later = await rows({ asOf: DAY });
    const inRange = ({ amounts: [amount] }: PairItem) =>
      amount?.currency === 'KRW' && amount.minor >= 5_000_000_000 && amount.minor <= 20_000_000_000;
    const ranged = later
      .filter(inRange)
      .map(({ id }) => id)
      .sort();
    expect(ranged.length).toBeGreaterThan(0);
    const range = await rows({ asOf: DAY, amount: 'KRW:5000000000-20000000000' });
    expect(range.map(({ id }) => id).sort()).toEqual(ranged);
  });
});
