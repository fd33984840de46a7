import { beforeAll, describe, expect, test } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { actAs, actIn } from '@/lib/platform/acting';
import { asViewer } from '@/lib/platform/database';
import { checkTimetable } from '@/lib/solver/rules/check';
import { ownDatabase } from '@/scripts/test/own-database';
import { toInstance } from '../rules/instance';
import { compareTimetables } from './compare';
import { loadFacts } from './facts';
import { getGrid } from './grid';
import { getOverview } from './overview';
import { listWishes } from './wishes';

const _database = ownDatabase('sample');
let officer: ProgramScope;
let startup: ProgramScope;
beforeAll(async () => {
  const enter = async (email: string) =>
    actIn(await asViewer('nobody', (tx) => actAs(tx, email, 'web')), 'boston-2023');
  officer = await enter('officer@sample.example');
  startup = await enter('startup@sample.example');
});

const stage = 'main_session';

describe('the main day of the sample', () => {
  test('was published as it was booked, and again after eleven were called off', async () => {
    const { history, published, counts, slots, tables } = await getOverview(officer, { stage });
    expect(history.map(({ number, state, placed }) => [number, state, placed])).toEqual([
      [2, 'published', 184],
      [1, 'replaced', 195],
    ]);
    expect([slots.length, tables.length, counts.seats]).toEqual([13, 15, 195]);
    expect(counts.meetings).toBe(184);
    const { counts: changes } = await compareTimetables(officer, {
      from: history[1]?.id,
      to: published?.id ?? '',
    });
    expect(changes).toEqual({ added: 0, removed: 11, moved: 0, tableChanged: 0, kept: 184 });
  });

  test('every planned meeting is the one that took place, at its startup’s own table', async () => {
    const { published } = await getOverview(officer, { stage });
    const grid = await getGrid(officer, { timetableId: published?.id ?? '' });
    expect(grid.meetings.every(({ isPast, meetingId }) => isPast && meetingId !== null)).toBe(true);
    expect(grid.meetings.every((each) => each.tableId === grid.fixedTables[each.startupId])).toBe(true);
  });

  test('as an instance it makes sense, and the checker finds nothing wrong with the plan', async () => {
    const { facts, before } = await asViewer(officer, (tx) => loadFacts(tx, officer, stage));
    const { instance, placedOf } = toInstance(facts, [], before);
    expect(instance.locks).toHaveLength(184);
    const { published } = await getOverview(officer, { stage });
    const { meetings } = await getGrid(officer, { timetableId: published?.id ?? '' });
    const placed = meetings.map((meeting) => placedOf(meeting)).filter((each) => each !== null);
    const found = checkTimetable(instance, placed);
    expect(found).toEqual([]);
  });

  test('wishes: the office reads eight no-thanks, a team its own words alone', async () => {
    const { items } = await listWishes(officer, { stage });
    expect(items).toHaveLength(570);
    expect(items.filter(({ wish }) => wish === 'no_thanks')).toHaveLength(8);
    expect(items.filter(({ wish }) => wish === 'must')).toHaveLength(15);
    const own = await listWishes(startup, {});
    expect(own.items).toHaveLength(38);
    expect(own.items.filter(({ own: said }) => said === 'must' || said === 'like')).toHaveLength(5);
    expect(own.items.every(({ weight, evidence }) => weight === null && evidence === null)).toBe(true);
  });
});
