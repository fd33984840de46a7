import { expect, test } from 'vitest';
import { getFunnelInput } from '@/lib/funnel/schema';
import type { pairFilter } from '@/lib/pair/schema';
import { askedBy, funnelHref, readFunnelAddress, rowsOf } from './address';
import { pipelineHref, readRowsAddress, statusesOf } from './rows/rows-address';

const id = (n: number) => `1111111${n}-1111-4111-8111-111111111111`;
const EVERY: Record<keyof typeof pairFilter, string> = {
  q: 'nuri',
  stage: 'follow_up,main_session',
  status: 'open,passed',
  sector: 'ai,robotics',
  startup: `${id(1)},${id(2)}`,
  investor: id(3),
  owner: `none,${id(4)}`,
  rung: 'loi',
  reason: 'timing',
  interest: '4,none',
  amount: 'KRW:100-500',
  nextMeeting: 'week,none',
  reached: 'main_session',
  met: 'pre_meeting',
  overdue: '1',
  unscheduled: '1',
};

test('9.F1 the funnel is narrowed by everything the list of pairs is narrowed by, and keeps it from screen to screen', () => {
  const address = readFunnelAddress({ ...EVERY, asOf: '2023-05-03' });
  expect(askedBy(address)).toEqual({ ...EVERY, asOf: '2023-05-03' });
  expect(getFunnelInput.safeParse(askedBy(address)).error).toBeUndefined();
  const href = funnelHref('boston-2023', address, { path: '/split' });
  expect(readFunnelAddress(Object.fromEntries(new URL(href, 'http://x').searchParams))).toEqual(address);
});

test('9.F1 a number opens its rows with the whole filter', () => {
  const filter = readFunnelAddress({ interest: '5', amount: 'USD:-', nextMeeting: 'none', status: 'open' });
  const rows = rowsOf('boston-2023', { asOf: '2023-05-03', knownOn: null } as never, filter);
  const href = rows({ kind: 'sum', sum: 'discussed' }, { standing: ['passed'] });
  expect(Object.fromEntries(new URL(href, 'http://x').searchParams)).toEqual({
    ...{ figure: 'sum:discussed', asOf: '2023-05-03', interest: '5', amount: 'USD:-' },
    ...{ nextMeeting: 'none', status: 'open', standing: 'passed' },
  });
});

test('9.F1 rows that a figure narrows by status are those the filter allows too', () => {
  const asked = readRowsAddress({ figure: 'sum:discussed', standing: 'passed,withdrawn' });
  if (!asked) throw new Error('no figure');
  expect(statusesOf(asked, readFunnelAddress({}))).toEqual(['passed', 'withdrawn']);
  expect(statusesOf(asked, readFunnelAddress({ status: 'open,passed' }))).toEqual(['passed']);
  expect(statusesOf({ ...asked, standing: [] }, readFunnelAddress({}))).toBeNull();
});

test('9.F1 the same rows under Pairs are asked for by what figure and filter both allow', () => {
  const at = (query: Record<string, string>) => ({ ...readFunnelAddress(query), knownOn: '' as const });
  const now = { kind: 'now', stage: 'follow_up' } as const;
  expect(pipelineHref('b', now, at({ stage: 'follow_up,main_session', interest: '5', owner: 'none' }))).toBe(
    '/programs/b/pairs?view=table&stage=follow_up&status=open&owner=none&interest=5',
  );
  expect(pipelineHref('b', now, at({ stage: 'main_session' }))).toBeNull();
});
