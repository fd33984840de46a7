import { beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '@/lib/audit/queries';
import { readCsv } from '@/lib/core/csv';
import type { ProgramScope } from '@/lib/core/scope';
import { listMeetings } from '@/lib/meeting/queries/list';
import { listPairs } from '@/lib/pair/queries/list';
import { listStartups } from '@/lib/party/queries/parties';
import { listMembers } from '@/lib/person/queries/members';
import { actAs, actIn } from '@/lib/platform/acting';
import type { BoundFile } from '@/lib/platform/bound';
import { asViewer } from '@/lib/platform/database';
import { getOverview } from '@/lib/timetable/queries/overview';
import { listWishes } from '@/lib/timetable/queries/wishes';
import { bytesOf, textOf } from '@/scripts/test/exported';
import { ownDatabase } from '@/scripts/test/own-database';
import { readSheets } from '@/scripts/test/unzip';
import { exportFunnelFile, exportRowsFile } from './books';
import {
  exportAudit,
  exportInvestors,
  exportMeetings,
  exportPeople,
  exportStartups,
  exportTimetable,
  exportWishes,
} from './lists';
import { exportAmounts, exportOutcomes, exportPairs } from './pair-lists';

const database = ownDatabase('sample');
let officer: ProgramScope;
let manager: ProgramScope;
let startup: ProgramScope;
beforeAll(async () => {
  const enter = async (email: string) =>
    actIn(await asViewer('nobody', (tx) => actAs(tx, email, 'web')), 'boston-2023');
  officer = await enter('officer@sample.example');
  manager = await enter('manager@sample.example');
  startup = await enter('startup@sample.example');
});

type Table = { label: Map<string, string>; rows: Record<string, string>[]; columns: string[] };

/** Below its label stands the table under its title. */
async function read(file: BoundFile, scope: ProgramScope, asked: object): Promise<Table> {
  const lines = readCsv(await textOf(await file(scope, { lang: 'en', format: 'csv', ...asked })));
  const title = lines.findIndex(({ cells }) => cells.length === 1);
  const columns = lines[title + 1]?.cells ?? [];
  const rows = lines
    .slice(title + 2)
    .map(({ cells }) => Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])));
  return {
    label: new Map(lines.slice(0, title).map(({ cells: [term = '', value = ''] }) => [term, value])),
    rows,
    columns,
  };
}

const asOf = '2023-05-03';

describe('a list as a file', () => {
  it('holds the pairs that the address filters, in their order, and says the filter', async () => {
    const [first] = (await listPairs(manager, { limit: 1 })).items;
    const filter = { asOf, startup: first?.startup.id, stage: 'main_session', sort: '-amount' } as const;
    const [{ label, rows }, { items }] = await Promise.all([
      read(exportPairs, manager, filter),
      listPairs(manager, { ...filter, limit: 1000 }),
    ]);
    expect(items.length).toBeGreaterThan(0);
    expect(rows.map((row) => row['Pair id'])).toEqual(items.map(({ id }) => id));
    expect(label.get('Filter')).toBe(`Stage: Main session; Startup: ${first?.startup.nameEn}`);
    expect(label.get('As of')).toBe('3 May 2023');
    expect(label.get('Time zone')).toBe('Asia/Seoul');
  });

  it('of money and outcomes keeps to the same pairs and clocks', async () => {
    const filter = { asOf, knownOn: asOf, rung: 'discussed' } as const;
    const [amounts, outcomes, pairs] = await Promise.all([
      read(exportAmounts, manager, filter),
      read(exportOutcomes, manager, filter),
      read(exportPairs, manager, filter),
    ]);
    const ids = new Set(pairs.rows.map((row) => row['Pair id']));
    expect(ids.size).toBe(9);
    const won = new Map<string, bigint>();
    for (const row of amounts.rows.filter((each) => each['Amount level'] === 'Under discussion'))
      won.set(row['Pair id'] ?? '', BigInt(row['Amount in minor units'] ?? ''));
    expect([...won.values()].reduce((sum, each) => sum + each, 0n)).toBe(84_500_000_000n);
    expect(outcomes.rows.length).toBeGreaterThan(0);
    for (const { rows } of [amounts, outcomes]) for (const row of rows) expect(ids).toContain(row['Pair id']);
    const meetings = outcomes.rows.map((row) => row['Meeting id']);
    expect(new Set(meetings).size).toBe(meetings.length);
  });

  it('holds the meetings of a day by the clocks of the venue, which stand in each row', async () => {
    const filter = { from: '2023-04-28', to: '2023-04-28', stage: 'main_session' } as const;
    const [{ rows, label }, { items }] = await Promise.all([
      read(exportMeetings, officer, filter),
      listMeetings(officer, { ...filter, limit: 1000 }),
    ]);
    expect(items.length).toBeGreaterThan(100);
    expect(rows.map((row) => row['Meeting id'])).toEqual(items.map(({ id }) => id));
    for (const row of rows) {
      expect(row.Starts).toMatch(/^2023-04-28 \d\d:\d\d$/);
      expect(row['Time zone']).toBe('America/New_York');
    }
    expect(label.get('Filter')).toBe('Stage: Main session; From: 28 April 2023; To: 28 April 2023');
  });

  it('gives a party back as people wrote it, with figures for those who may see them', async () => {
    const { items } = await listStartups(officer, { sector: ['bio_health'], limit: 500 });
    const office = await read(exportStartups, officer, { sector: 'bio_health' });
    expect(office.rows.map((row) => [row.Startup, row['Name in Latin letters']])).toEqual(
      items.map(({ name, nameEn }) => [name, nameEn]),
    );
    expect(office.rows[0]?.Summary).toBeTruthy();
    expect(office.rows.map((row) => Number(row.Pairs))).toEqual(items.map(({ figures }) => figures?.pairs));
    const own = await read(exportInvestors, startup, {});
    expect(own.rows.length).toBe(38);
    expect(own.columns).not.toContain('Pairs');
  });

  it('holds people, wishes and the timetable as their screens do', async () => {
    const people = await read(exportPeople, officer, {});
    const members = await listMembers(officer, {});
    expect(people.rows.map((row) => row['E-mail'])).toEqual(members.items.map(({ email }) => email));
    const musts = await read(exportWishes, officer, { word: 'must', sort: 'weight' });
    const { items } = await listWishes(officer, {});
    expect(musts.rows.length).toBe(items.filter(({ wish }) => wish === 'must').length);
    expect(musts.label.get('Filter')).toContain('Wish: must');
    const { history } = await getOverview(officer, { stage: 'main_session' });
    const timetableId = history[0]?.id ?? '';
    const file = await exportTimetable(officer, { timetableId, format: 'xlsx', lang: 'en' });
    const [list, grid] = [...readSheets(await bytesOf(file)).entries()];
    expect([list?.[0], grid?.[0]]).toEqual(['1 Timetable', '2 Grid']);
    const names = [...(grid?.[1].values() ?? [])].filter(({ value }) => value.includes(' × '));
    expect(names.length).toBe(history[0]?.placed);
  });

  it('opens as a workbook whose numbers are numbers and dates dates', async () => {
    const file = await exportPairs(manager, { asOf, rung: ['discussed'], format: 'xlsx' });
    expect(file.type).toContain('spreadsheetml');
    const [sheet] = [...readSheets(await bytesOf(file)).values()];
    const head = [...(sheet?.entries() ?? [])].find(([, { value }]) => value === '금액');
    const [column = '', row = ''] = /([A-Z]+)(\d+)/.exec(head?.[0] ?? '')?.slice(1) ?? [];
    const below = sheet?.get(`${column}${Number(row) + 1}`);
    expect(below?.type).toBe('n');
    expect(Number(below?.value)).toBeGreaterThan(1_000_000);
  });
});

describe('rights', () => {
  it('a startup takes away its own rows alone, and what it may not see on the screen it is refused', async () => {
    const { rows } = await read(exportPairs, startup, {});
    expect(rows).toHaveLength(38);
    expect(new Set(rows.map((row) => row.Startup)).size).toBe(1);
    const own = new Set(rows.map((row) => row['Pair id']));
    for (const file of [exportAmounts, exportOutcomes, exportMeetings, exportWishes] as BoundFile[]) {
      const taken = await read(file, startup, {});
      expect(taken.rows.length).toBeGreaterThan(0);
      for (const row of taken.rows) expect(own).toContain(row['Pair id']);
    }
    expect((await read(exportWishes, startup, {})).columns).not.toContain('Weight');
    for (const file of [exportFunnelFile, exportRowsFile, exportPeople, exportAudit] as BoundFile[])
      await expect(file(startup, { format: 'csv', figure: 'sum:paid' })).rejects.toMatchObject({
        code: 'forbidden',
      });
    await expect(exportAudit(manager, { format: 'csv' })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('reads no word of a rival back from the label', async () => {
    const { label, rows } = await read(exportPairs, startup, { q: 'no such name' });
    expect(rows).toEqual([]);
    expect(label.get('Filter')).toBe('Search: nothing found');
  });
});

describe('the trail', () => {
  it('tells who took which list, in which form and how many rows, and a refused export leaves nothing', async () => {
    const count = async () => {
      const { rows } = await database.owner.query(
        "select count(*)::int as n from audit_entry where command like 'export.%'",
      );
      return rows[0].n as number;
    };
    const before = await count();
    await textOf(await exportStartups(officer, { format: 'csv' }));
    await textOf(await exportRowsFile(officer, { figure: 'sum:discussed', asOf, format: 'csv' }));
    await expect(exportRowsFile(officer, { figure: 'no figure', format: 'csv' })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await count()).toBe(before + 2);
    const { items } = await listAudit(officer, { noun: 'export', limit: 2 });
    expect(items.map(({ command, facts, by }) => [command, facts, by?.id])).toEqual([
      ['export.rows', { format: 'csv', rows: 9 }, officer.viewer.personId],
      ['export.startups', { format: 'csv', rows: 15 }, officer.viewer.personId],
    ]);
    const taken = await read(exportAudit, officer, { noun: 'export' });
    expect(taken.rows.slice(0, 2).map((row) => [row.Change, row.Details])).toEqual([
      ['Exported the rows of a figure', 'CSV · 9 rows'],
      ['Exported startups', 'CSV · 15 rows'],
    ]);
    expect(taken.label.get('Filter')).toBe('Kind: Export');
  });
});
