import { expect, test } from 'vitest';
import type { Day } from '@/lib/core/days';
import { type AgendaView, agendaHref, daysAround, openingAgendaDay, readAgenda } from './agenda-address';

const STARTUP = '0187b1bd-83c0-7166-893b-a77b4387b608';
const days = (...list: string[]) => list.map((day) => ({ day: day as Day }));

test('what an address says is what it leads back to', () => {
  const view: AgendaView = {
    day: '2023-04-28' as Day,
    by: 'table',
    stage: 'main_session',
    state: 'no_show',
    missing: true,
    startup: STARTUP,
    investor: null,
    cursor: 'abc',
  };
  const href = agendaHref('boston-2023', view, { cursor: 'abc' });
  const said = Object.fromEntries(new URL(href, 'http://here').searchParams);
  expect(readAgenda(said)).toEqual(view);
});

test('a change goes back to the first page', () => {
  const view = readAgenda({ day: '2023-04-28', cursor: 'abc' });
  expect(agendaHref('b', view, { state: 'held' })).toBe('/programs/b/meetings?day=2023-04-28&state=held');
  expect(agendaHref('b', view, { day: null })).toBe('/programs/b/meetings');
});

test('T26 T27 nonsense in the address counts as not said; of several values the first is read', () => {
  const odd = {
    day: '2023-02-30',
    by: "'",
    stage: 'candidate',
    state: ['x', 'held'],
    startup: 'x',
    missing: 'yes',
  };
  expect(readAgenda(odd)).toEqual(readAgenda({}));
  expect(readAgenda({ state: ['held', 'x'] }).state).toBe('held');
});

test('it opens today, else at the next day with meetings, else at the last', () => {
  const list = days('2023-04-27', '2023-04-28', '2023-05-02');
  expect(openingAgendaDay(list, '2023-04-28' as Day)).toBe('2023-04-28');
  expect(openingAgendaDay(list, '2023-04-29' as Day)).toBe('2023-05-02');
  expect(openingAgendaDay(list, '2026-01-01' as Day)).toBe('2023-05-02');
  expect(openingAgendaDay([], '2023-04-29' as Day)).toBe('2023-04-29');
});

test('of many days those around the one shown are named', () => {
  const list = days('2023-04-01', '2023-04-02', '2023-04-03', '2023-04-04', '2023-04-05');
  const shown = (day: string) => daysAround(list, day as Day, 3).map((each) => each.day.slice(-2));
  expect(shown('2023-04-03')).toEqual(['02', '03', '04']);
  expect(shown('2023-04-01')).toEqual(['01', '02', '03']);
  expect(shown('2023-04-05')).toEqual(['03', '04', '05']);
  expect(shown('2030-01-01')).toEqual(['03', '04', '05']);
  expect(daysAround(list.slice(0, 2), 'all', 3)).toHaveLength(2);
});
