import { describe, expect, test } from 'vitest';
import type { LiveAmount, PairItem } from '@/lib/pair/schema';
import { pairItem } from '@/scripts/test/pair-item';

import { compareBy, comparisons } from './compare-pairs';
import { columnsAddress, groupColumn, shownColumns, sortingOf, withColumnAt } from './table-columns';
import { choicesOf, editingOf, nextCell, nextEditable, withValue, withValues } from './use-pair-edits';

const item = (id: string, more: Partial<PairItem> = {}) => pairItem({ id, ...more });
const money = (minor: number, currency: string): LiveAmount[] => [
  { rung: 'discussed', minor, currency, effectiveOn: '2023-05-03' },
];
const sorted = (pairs: PairItem[], ...keys: string[]) =>
  pairs.toSorted(compareBy(keys, comparisons('ko', 'KRW'))).map(({ id }) => id);

describe('sorting', () => {
  test('T37 compares amounts within a currency: the own one on top, then others by code, none always last', () => {
    const pairs = [
      item('none'),
      item('usd', { amounts: money(9_999_999, 'USD') }),
      item('little', { amounts: money(5, 'KRW') }),
      item('much', { amounts: money(7, 'KRW') }),
      item('eur', { amounts: money(1, 'EUR') }),
    ];
    expect(sorted(pairs, '-amount')).toEqual(['much', 'little', 'eur', 'usd', 'none']);
    expect(sorted(pairs, 'amount')).toEqual(['usd', 'eur', 'little', 'much', 'none']);
  });

  test('goes by several keys, the first deciding, and knows the order of stages', () => {
    const pairs = [
      item('a', { stage: 'follow_up', interest: 2 }),
      item('b', { stage: 'main_session', interest: 5 }),
      item('c', { stage: 'follow_up', interest: 4 }),
    ];
    expect(sorted(pairs, '-stage', '-interest')).toEqual(['c', 'a', 'b']);
  });

  test('7.17 puts what has no date, interest or owner last upwards and downwards, and ties by name and id', () => {
    const step = (on: string | null) => ({ nextStep: { text: 'x', on, owner: null } });
    expect(
      sorted([item('z'), item('b', step('2023-06-01')), item('a', step('2023-05-01'))], 'nextStepOn'),
    ).toEqual(['a', 'b', 'z']);
    const dated = [item('z'), item('b', step('2023-06-01')), item('a', step('2023-05-01'))];
    expect(sorted(dated, '-nextStepOn')).toEqual(['b', 'a', 'z']);
    const keen = [item('z'), item('b', { interest: 5 }), item('a', { interest: 1 })];
    expect(sorted(keen, 'interest')).toEqual(['a', 'b', 'z']);
    expect(sorted(keen, '-interest')).toEqual(['b', 'a', 'z']);
    const owned = (id: string, name: string) => item(id, { owner: { id, name, nameEn: '' } });
    expect(sorted([item('z'), owned('b', '나'), owned('a', '가')], 'owner')).toEqual(['a', 'b', 'z']);
    expect(sorted([item('z'), owned('b', '나'), owned('a', '가')], '-owner')).toEqual(['b', 'a', 'z']);
    expect(sorted([item('2'), item('1')], 'stage')).toEqual(['1', '2']);
  });

  test('T29 leaves out keys it does not know, those of every object too', () => {
    expect(sorted([item('2'), item('1')], 'rows_stage', '__proto__', 'constructor')).toEqual(['1', '2']);
    expect(sortingOf(['-amount', 'rows_stage', 'nextStep', 'stage'])).toEqual([
      { id: 'amount', desc: true },
      { id: 'stage', desc: false },
    ]);
  });
});

describe('columns', () => {
  test('are the usual ones unless the address names others, always with whose pair it is', () => {
    expect(shownColumns([]).slice(0, 3)).toEqual(['startup', 'investor', 'stage']);
    expect(shownColumns(['owner', 'startup', 'lunch', 'stage'])).toEqual([
      'startup',
      'investor',
      'owner',
      'stage',
    ]);
    expect(shownColumns(['discussed'])).toEqual(shownColumns([]));
  });

  test('say nothing in the address while they are the usual ones', () => {
    expect(columnsAddress(shownColumns([]))).toEqual([]);
    expect(columnsAddress(shownColumns(['owner', 'stage']))).toEqual(['owner', 'stage']);
  });

  test('move among themselves, never before those that say whose row it is', () => {
    const shown = shownColumns(['stage', 'status', 'owner']);
    expect(withColumnAt(shown, 'owner', 2)).toEqual(['startup', 'investor', 'owner', 'stage', 'status']);
    expect(withColumnAt(shown, 'owner', 0)).toEqual(['startup', 'investor', 'owner', 'stage', 'status']);
    expect(withColumnAt(shown, 'stage', 99)).toEqual(['startup', 'investor', 'status', 'owner', 'stage']);
    expect(withColumnAt(shown, 'startup', 4)).toEqual(shown);
  });

  test('can group rows where a group says something', () => {
    expect([groupColumn('stage'), groupColumn('amount'), groupColumn('none')]).toEqual(['stage', null, null]);
  });
});

describe('the keys of the table', () => {
  const size = { rows: 3, columns: 4 };

  test('stay inside, with the head above the first row', () => {
    const press = (key: string, row: number, column: number) =>
      nextCell({ key, ctrlKey: false }, { row, column }, size);
    expect(press('ArrowUp', 0, 1)).toEqual({ row: -1, column: 1 });
    expect(press('ArrowDown', 2, 1)).toEqual({ row: 2, column: 1 });
    expect(press('End', 1, 0)).toEqual({ row: 1, column: 3 });
    expect(press('PageUp', 2, 0)).toEqual({ row: 0, column: 0 });
    expect(press('x', 0, 0)).toBeNull();
  });

  test('Tab goes to the next cell that can be edited, over the end of a row, both ways', () => {
    const editable = ({ column }: { column: number }) => column === 1;
    expect(nextEditable({ row: 0, column: 1 }, 1, size, editable)).toEqual({ row: 1, column: 1 });
    expect(nextEditable({ row: 1, column: 0 }, -1, size, editable)).toEqual({ row: 0, column: 1 });
    expect(nextEditable({ row: 2, column: 1 }, 1, size, editable)).toBeNull();
  });
});

describe('editing in place', () => {
  const all = { move: true, edit: true, assign: true };
  const nothing = { move: false, edit: false, assign: false };
  const planned = item('p', {
    nextStep: { text: 'Call', on: '2023-05-08', owner: { id: 'm', name: 'Mine', nameEn: '' } },
  });
  const left = { id: 'x', name: 'Left', nameEn: '' };
  const people = [
    { id: 'm', name: 'Mine', nameEn: '', startupId: 's1' },
    { id: 'o', name: 'Office', nameEn: '', startupId: null },
    { id: 'r', name: 'Rival', nameEn: '', startupId: 's2' },
  ];

  test('is open to those who may, and to nobody in a view that only reads', () => {
    expect(editingOf('nextStep', planned, all)).toMatchObject({ by: 'field', kind: 'text' });
    expect(editingOf('stage', planned, all)).toEqual({ by: 'menu' });
    expect(editingOf('owner', planned, { ...all, assign: false })).toBeNull();
    for (const column of shownColumns([])) expect(editingOf(column, planned, nothing)).toBeNull();
  });

  test('gives a date or a person only to a step', () => {
    expect(editingOf('nextStepOn', item('empty'), all)).toBeNull();
    expect(editingOf('nextStepOn', planned, all)).toMatchObject({ kind: 'date' });
  });

  test('takes date and person away with the step', () => {
    expect(withValue(planned, 'nextStep', '  ')).toEqual({
      nextStep: '',
      nextStepOn: '',
      nextStepOwnerId: '',
      ownerId: '',
    });
    expect(withValue(planned, 'nextStep', 'Meet')).toMatchObject({
      nextStep: 'Meet',
      nextStepOn: '2023-05-08',
    });
  });

  test('offers the office for the pair, and the startup own people for its step, never those of another', () => {
    const ids = (field: 'ownerId' | 'nextStepOwnerId') =>
      choicesOf(people, planned, field, '–', 'ko').map(({ value }) => value);
    expect(ids('ownerId')).toEqual(['', 'o']);
    expect(ids('nextStepOwnerId')).toEqual(['', 'm', 'o']);
  });

  test('keeps who has left among the choices, and their name while another cell is saved', () => {
    const pair = item('p', { owner: left, nextStep: { text: 'Call', on: null, owner: left } });
    for (const field of ['ownerId', 'nextStepOwnerId'] as const)
      expect(choicesOf(people, pair, field, '–', 'ko').map(({ label }) => label)).toContain('Left');
    const saved = withValues(pair, withValue(pair, 'nextStep', 'Meet'), () => null);
    expect(saved).toMatchObject({ owner: left, nextStep: { text: 'Meet', owner: left } });
  });
});
