import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { Upload } from '@/lib/core/upload';

/** Makes files as the server receives them, in a folder that goes when the tests are over. */
export function ownUploads(): (content: string | Uint8Array, name?: string) => Promise<Upload> {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'roundtable-import-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  return async (content, name = '명단.csv') => {
    const place = path.join(folder, crypto.randomUUID());
    await writeFile(place, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return new Upload({ name, size: Buffer.byteLength(content), sha256, path: place });
  };
}

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
