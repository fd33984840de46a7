import type pg from 'pg';
import { expect } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { applyImport } from '@/lib/import/commands/apply';
import { createImport } from '@/lib/import/commands/create';
import { undoImport } from '@/lib/import/commands/undo';
import { listImportRows } from '@/lib/import/queries/imports';
import type { ImportKind } from '@/lib/import/schema';
import { accepted } from './main-day';
import { uploadOf } from './upload';

/** Every row of every table that an import may write, as one line a table. */
export async function checksum(owner: pg.Client): Promise<string> {
  const tables = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname not like 'import%' and c.relname not in ('audit_entry', 'change_number', 'program_touch', 'limit_use') order by 1`,
  );
  const sums: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await owner.query<{ sum: string }>(
      `select md5(coalesce(string_agg(x::text, '\n' order by x::text), '')) as sum from ${name} x`,
    );
    sums.push(`${name} ${rows[0]?.sum}`);
  }
  return sums.join('\n');
}

type Bench = { owner: pg.Client };

/** Reads a file of a kind, which writes nothing, and says of each row what it would do, where and why. */
export async function readList(
  { owner }: Bench,
  officer: ProgramScope,
  kind: ImportKind,
  lines: readonly string[],
): Promise<{ importId: string; told: (string | undefined)[][] }> {
  const before = await checksum(owner);
  const file = uploadOf('명단.csv', lines.join('\n'));
  const { id: importId } = accepted(await createImport(officer, { kind, file }));
  expect(await checksum(owner)).toBe(before);
  const { items } = await listImportRows(officer, { importId });
  const told = items.map(({ verdict, problems: [first] }) =>
    first ? [verdict, first.field ?? '', first.reason] : [verdict],
  );
  return { importId, told };
}

/** Applies an import, looks, takes it back, and finds every byte as it was. */
export async function thereAndBack(
  { owner }: Bench,
  officer: ProgramScope,
  importId: string,
  look: () => Promise<void>,
): Promise<void> {
  const before = await checksum(owner);
  accepted(await applyImport(officer, { importId }));
  await look();
  const undone = accepted(await undoImport(officer, { importId }));
  expect(undone.kept).toEqual([]);
  expect(await checksum(owner)).toBe(before);
}
