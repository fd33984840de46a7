import { expect, test } from 'vitest';
import type { MeetingItem } from '@/lib/meeting/schema';
import { groupAgenda } from './agenda-table';

const meeting = (startsAt: string, endsAt: string, table: string | null) =>
  ({ startsAt, endsAt, table: table && { id: table, name: table } }) as unknown as MeetingItem;

test('neighbours of one time stand together, also where one of them is longer', () => {
  const list = [
    meeting('1', '2', 'a'),
    meeting('1', '2', 'b'),
    meeting('1', '3', 'c'),
    meeting('4', '5', null),
  ];
  expect(groupAgenda(list, 'time').map((group) => group.meetings.length)).toEqual([2, 1, 1]);
});

test('by table each table has its own, and those without one are a group too', () => {
  const list = [
    meeting('1', '2', 'a'),
    meeting('3', '4', 'a'),
    meeting('1', '2', 'b'),
    meeting('1', '2', null),
  ];
  const groups = groupAgenda(list, 'table');
  expect(groups.map((group) => group.meetings.length)).toEqual([2, 1, 1]);
  expect(new Set(groups.map(({ key }) => key)).size).toBe(3);
});

test('nothing gives no groups', () => {
  expect(groupAgenda([], 'time')).toEqual([]);
});
