import { describe, expect, it } from 'vitest';
import type { GridMeeting, LegalTarget, TimetableGrid } from '@/lib/timetable/schema/grid';
import { type Chosen, cellFitOf } from './cell-fit';
import { gridRows, indexOf, meetingsByCell, NO_TABLE, viewOf } from './grid-model';
import { withLocked, withMoved, withPlaced, withSwapped } from './plan-changes';

function meeting(pairId: string, slotId: string, tableId: string | null, more: Partial<GridMeeting> = {}) {
  const [startup = '', investor = ''] = pairId.split('-');
  return {
    ...{ pairId, slotId, tableId, startupId: startup, investorId: investor },
    ...{ isLocked: false, isPast: false, state: null, meetingId: null, wish: null, weight: 2 },
    ...more,
  } satisfies GridMeeting;
}

/** Startups a and b, investors x and y, slots 1 and 2, tables t and u. */
function plan(meetings: GridMeeting[], more: Partial<TimetableGrid> = {}): TimetableGrid {
  const party = (id: string) => ({ id, name: `${id} 이름`, nameEn: `${id} name` });
  const slot = (id: string) => ({ id, startsAt: '', endsAt: '', day: '2031-04-28' });
  return {
    ...({ timetable: {}, setup: {}, rules: {}, figures: {}, proof: null } as unknown as TimetableGrid),
    slots: [slot('1'), slot('2')],
    tables: [
      { id: 't', name: 'T' },
      { id: 'u', name: 'U' },
    ],
    startups: [party('a'), party('b')],
    investors: [party('x'), party('y')],
    meetings,
    away: {},
    fixedTables: {},
    unplaced: [],
    ...more,
  };
}

const free = new Map<string, LegalTarget>(
  ['1', '2'].map((slotId) => [slotId, { slotId, tableId: 't', block: null }]),
);

function ask(grid: TimetableGrid, pairId: string, row: string, slotId: string, targets = free) {
  const index = indexOf(grid);
  const own = index.byPair.get(pairId) ?? null;
  const [startupId = '', investorId = ''] = pairId.split('-');
  const chosen: Chosen = { pairId, startupId, investorId, meeting: own };
  const view = row === 't' || row === 'u' || row === NO_TABLE ? 'table' : row < 'm' ? 'startup' : 'investor';
  const here = meetingsByCell(grid.meetings, view).get(`${row} ${slotId}`) ?? [];
  return cellFitOf({ grid, index, view, row: { id: row, name: row }, slotId, here, chosen, targets });
}

describe('where the chosen pair may go', () => {
  it('lights up an empty place, at the table of its row', () => {
    expect(ask(plan([]), 'a-x', 'u', '1')).toEqual({ kind: 'legal', tableId: 'u' });
    expect(ask(plan([]), 'a-x', 'a', '1')).toEqual({ kind: 'legal', tableId: undefined });
  });

  it('says why not in the words of the server', () => {
    const block = { reason: 'startup_away', message: '자리를 비웁니다.', pairId: null };
    const targets = new Map([['1', { slotId: '1', tableId: null, block }]]);
    expect(ask(plan([]), 'a-x', 'a', '1', targets)).toEqual({
      kind: 'blocked',
      why: { key: 'said', message: '자리를 비웁니다.' },
    });
  });

  it('keeps to the own row, to a fixed table, and off a table that is away', () => {
    expect(ask(plan([]), 'a-x', 'b', '1')).toEqual({ kind: 'blocked', why: { key: 'otherRow' } });
    const fixed = plan([], { fixedTables: { x: 't' } });
    expect(ask(fixed, 'a-x', 'u', '1')).toEqual({ kind: 'blocked', why: { key: 'fixed' } });
    expect(ask(fixed, 'a-x', 't', '1')).toEqual({ kind: 'legal', tableId: 't' });
    const lost = plan([], { away: { u: ['1'] } });
    expect(ask(lost, 'a-x', 'u', '1')).toEqual({ kind: 'blocked', why: { key: 'away' } });
  });

  it('offers a swap where both can be where the other is, and names who could not', () => {
    const two = [meeting('a-x', '1', 't'), meeting('b-y', '2', 't')];
    expect(ask(plan(two), 'a-x', 't', '2')).toEqual({ kind: 'swap', with: two[1] });
    const three = plan([...two, meeting('a-y', '2', 'u')]);
    expect(ask(three, 'a-x', 't', '2')).toEqual({ kind: 'blocked', why: { key: 'meets', partyId: 'a' } });
    const away = plan(two, { away: { b: ['1'] } });
    expect(ask(away, 'a-x', 't', '2')).toEqual({ kind: 'blocked', why: { key: 'away' } });
  });

  it('swaps nothing that is locked or took place, and gives no place to who has none to give', () => {
    const own = meeting('a-x', '1', 't');
    const locked = plan([own, meeting('b-y', '2', 't', { isLocked: true })]);
    expect(ask(locked, 'a-x', 't', '2')).toEqual({ kind: 'blocked', why: { key: 'locked' } });
    const past = plan([own, meeting('b-y', '2', 't', { isPast: true })]);
    expect(ask(past, 'a-x', 't', '2')).toEqual({ kind: 'blocked', why: { key: 'past' } });
    expect(ask(plan([own]), 'b-y', 't', '1')).toEqual({ kind: 'blocked', why: { key: 'taken' } });
  });
});

describe('the plan on the screen', () => {
  it('exchanges slot and table in a swap, and nothing else', () => {
    const [one, other] = [meeting('a-x', '1', 't', { isLocked: true }), meeting('b-y', '2', 'u')];
    const swapped = withSwapped(plan([one, other]), one, other).meetings;
    expect(swapped).toEqual([
      { ...one, slotId: '2', tableId: 'u' },
      { ...other, slotId: '1', tableId: 't' },
    ]);
  });

  it('takes a wish off the list of those without a place when it is placed', () => {
    const wish = { pair: { id: 'a-x' }, wish: 'must', weight: 5 } as TimetableGrid['unplaced'][number];
    const sides = { pairId: 'a-x', startupId: 'a', investorId: 'x' };
    const placed = withPlaced(plan([], { unplaced: [wish] }), sides, { slotId: '1', tableId: 't' });
    expect(placed.unplaced).toEqual([]);
    expect(placed.meetings).toMatchObject([{ pairId: 'a-x', wish: 'must', weight: 5, isLocked: false }]);
  });

  it('keeps the proof when something is locked, and drops it when something moves', () => {
    const proof = { weight: 4 } as TimetableGrid['proof'];
    const grid = plan([meeting('a-x', '1', 't'), meeting('b-y', '1', 'u')], { proof });
    const locked = withLocked(grid, { slotId: '1' }, true);
    expect(locked.meetings.map(({ isLocked }) => isLocked)).toEqual([true, true]);
    expect(locked.proof).toBe(proof);
    expect(withMoved(grid, 'a-x', { slotId: '2', tableId: 't' }).proof).toBeNull();
  });

  it('shows tables only where there are some, and a row for who sits at none', () => {
    expect(viewOf('table', false)).toBe('startup');
    expect(viewOf('nonsense', true)).toBe('table');
    expect(gridRows(plan([]), 'table', 'ko', '-').map(({ id }) => id)).toEqual(['t', 'u']);
    expect(gridRows(plan([meeting('a-x', '1', null)]), 'table', 'ko', '-').at(-1)?.id).toBe(NO_TABLE);
    expect(gridRows(plan([]), 'startup', 'en', '-').map(({ name }) => name)).toEqual(['a name', 'b name']);
  });
});
