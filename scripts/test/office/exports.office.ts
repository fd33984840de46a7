import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '@/lib/core/csv';
import { unguarded } from '@/lib/core/formula-guard';
import type { ProgramScope } from '@/lib/core/scope';
import { importTemplate } from '@/lib/import/commands/template';
import { IMPORT_KINDS } from '@/lib/import/schema';
import { actAs, actIn } from '@/lib/platform/acting';
import type { BoundFile } from '@/lib/platform/bound';
import { asViewer } from '@/lib/platform/database';
import { exportMeetings, exportStartups } from '@/lib/transfer/commands/lists';
import { exportAmounts, exportPairs } from '@/lib/transfer/commands/pair-lists';
import { bytesOf, textOf } from '@/scripts/test/exported';
import { ownDatabase } from '@/scripts/test/own-database';
import { readSheets } from '@/scripts/test/unzip';
import { asFlatXml, officeSheets } from './libreoffice';

ownDatabase('sample');
let officer: ProgramScope;
beforeAll(async () => {
  const viewer = await asViewer('nobody', (tx) => actAs(tx, 'officer@sample.example', 'web'));
  officer = actIn(viewer, 'boston-2023');
});

const LISTS: Readonly<Record<string, BoundFile>> = {
  pairs: exportPairs,
  amounts: exportAmounts,
  meetings: exportMeetings,
  startups: exportStartups,
};
const FORMS = Object.keys(LISTS).flatMap((list) =>
  (['ko', 'en'] as const).map((lang) => [list, lang] as const),
);

/** `B12` of a column and row from 0. */
const placeOf = (column: number, row: number) =>
  `${column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : ''}${String.fromCharCode(65 + (column % 26))}${row + 1}`;

describe('LibreOffice opens our workbooks', () => {
  it.each(FORMS)('%s in %s: numbers as numbers, dates as dates, every letter whole', async (list, lang) => {
    const file = LISTS[list] as BoundFile;
    const asked = { asOf: '2023-11-30', lang } as const;
    const dated = list === 'meetings' ? { lang } : asked;
    const bytes = await bytesOf(await file(officer, { ...dated, format: 'xlsx' }));
    const [ours] = readSheets(bytes).values();
    const [theirs] = officeSheets(asFlatXml(bytes));
    const found = [...(theirs?.cells ?? [])];
    // Every cell that is a number in our file is a number or a date there, and every text a text.
    const typeOf = (type = '') => (type === 'inlineStr' ? 'string' : 'number');
    const seenAs = (type: string) => (type === 'string' ? 'string' : 'number');
    expect(found.map(([place, { type }]) => [place, seenAs(type)])).toEqual(
      found.map(([place]) => [place, typeOf(ours?.get(place)?.type)]),
    );
    expect(found.length).toBe([...(ours?.values() ?? [])].filter(({ value }) => value !== '').length);
    // What it reads is what the same list says as plain text.
    const lines = readCsv(await textOf(await file(officer, { ...dated, format: 'csv' })));
    const title = lines.findIndex(({ cells }) => cells.length === 1);
    const table = lines.slice(title + 1).map(({ cells }) => cells.map(unguarded));
    const head = [...(ours ?? [])].find(
      ([place, { value }]) => /^A\d+$/.test(place) && value === table[0]?.[0],
    );
    const top = Number(head?.[0].slice(1)) - 1;
    const kinds = new Set<string>();
    const differing = table.flatMap((cells, row) =>
      cells.flatMap((text, column) => {
        const cell = theirs?.cells.get(placeOf(column, top + row));
        if (cell) kinds.add(cell.type);
        const [shown, said] =
          cell?.type === 'float' ? [Number(cell.value), Number(text)] : [cell?.value ?? '', text];
        // LibreOffice writes midnight of a day as that day.
        if (cell?.type === 'date' && `${shown} 00:00` === said) return [];
        return shown === said ? [] : [[placeOf(column, top + row), text, cell]];
      }),
    );
    expect(differing).toEqual([]);
    expect(table.length).toBeGreaterThan(10);
    if (list !== 'startups') expect([...kinds].sort()).toEqual(['date', 'float', 'string']);
  });

  it.each(IMPORT_KINDS)('the template of %s with all of its drop-downs', async (kind) => {
    const bytes = await bytesOf(await importTemplate(officer, { kind, lang: 'ko' }));
    const { sheets } = await readXlsx(bytes);
    const xml = asFlatXml(bytes);
    const lists = xml.match(/<table:content-validation [^>]*cell-content-is-in-list/g) ?? [];
    expect(lists).toHaveLength(sheets[0]?.dataValidations?.length ?? 0);
    expect(lists.length).toBeGreaterThan(0);
  });
});
