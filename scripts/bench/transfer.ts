import { createWriteStream, openAsBlob } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { withClient } from '@/scripts/database/connection';
import { onStage, type Stage } from './stage';
import { largeProgram, TRANSFERS, type Transfer } from './transfer-files';

type Print = (line: object) => void;
type Bench = { stage: Stage; client: pg.Client; folder: string; print: Print };

/**
 * 50,000 rows of each kind of file from upload to applied, and taken back, against COPY of the same rows into the same tables
 * with their triggers; 60,000 pairs as .xlsx and .csv, against the same rows by bare SQL into a file. Times in milliseconds,
 * memory in megabytes: the most that the server held beyond what it held before. Words within the suite choose by kind.
 */
export async function benchTransfer(print: Print, within: readonly string[]): Promise<void> {
  const isChosen = (word: string) => within.length === 0 || within.includes(word);
  await onStage((stage) =>
    withClient(stage.ownerUrl, async (client) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'roundtable-bench-'));
      // The database's own user writes there too.
      await chmod(folder, 0o777);
      const bench = { stage, client, folder, print };
      try {
        for (const transfer of TRANSFERS) if (isChosen(transfer.kind)) await benchImport(bench, transfer);
        if (isChosen('export')) await benchExport(bench);
      } finally {
        await rm(folder, { recursive: true });
      }
    }),
  );
}

async function benchImport(bench: Bench, { kind, tables, prepare, lines }: Transfer): Promise<void> {
  const { stage, client, folder, print } = bench;
  const program = await prepare(client, stage.officerId);
  const file = path.join(folder, `${kind}.csv`);
  await writeFile(file, (await lines(client, program)).join('\n'));
  await client.query('analyze');
  const heldMost = await watchMemory(stage.pid);
  const imports = `/programs/${program.slug}/imports`;
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', await openAsBlob(file), 'list.csv');
  const begun = performance.now();
  const made = (await send(stage, imports, form)) as { id: string };
  const judge = performance.now() - begun;
  const applied = (await send(stage, `${imports}/${made.id}/apply`)) as { create: number; change: number };
  const ms = performance.now() - begun;
  const megabytes = await heldMost();
  const copies = await copyOut(bench, program.id, tables);
  const undo = await timed(() => send(stage, `${imports}/${made.id}/undo`));
  const floor = await timed(() => copyIn(client, copies));
  const rows = applied.create + applied.change;
  print({ ...lineOf(`import_${kind}`, rows, ms, floor), judge: Math.round(judge), undo, megabytes });
}

async function benchExport({ stage, client, folder, print }: Bench): Promise<void> {
  const { id, slug } = await largeProgram(client, stage.officerId);
  const target = path.join(folder, 'floor.txt');
  for (const format of ['csv', 'xlsx']) {
    const floor = await timed(() => writeBare(client, id, target));
    const heldMost = await watchMemory(stage.pid);
    let bytes = 0;
    const ms = await timed(async () => {
      const response = await ask(stage, `/programs/${slug}/exports/pairs/${format}`, { method: 'GET' });
      for await (const chunk of response.body ?? []) bytes += chunk.byteLength;
    });
    print({ ...lineOf(`export_pairs_${format}`, 60_000, ms, floor), bytes, megabytes: await heldMost() });
  }
}

/** The rows of the list of pairs in one statement, one line each. */
async function writeBare(client: pg.Client, programId: string, target: string): Promise<void> {
  const { rows } = await client.query<{ line: string }>(
    `select concat_ws(',', s.name, i.name, s.sector, p.stage, p.status, p.stage_since, o.name, p.live_rung, p.live_minor,
       p.live_currency, p.interest, p.next_step, p.next_step_on) as line
     from pair p join startup s on s.program_id = p.program_id and s.id = p.startup_id
     join investor i on i.program_id = p.program_id and i.id = p.investor_id left join person o on o.id = p.owner_id
     where p.program_id = $1 order by s.name, i.name`,
    [programId],
  );
  const file = createWriteStream(target);
  for (const { line } of rows) file.write(`${line}\n`);
  file.end();
  await finished(file);
}

type Copy = { table: string; columns: string; file: string };

/** Puts aside what an import left: rows of its tables, and the entries of the trail, those under ids of their own. */
async function copyOut(
  { client, folder }: Bench,
  programId: string,
  tables: readonly string[],
): Promise<Copy[]> {
  const copies: Copy[] = [];
  for (const table of [...tables, 'audit_entry']) {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(attname) as name from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      [table],
    );
    const names = rows.map(({ name }) => name);
    const ofItsOwn = (name: string) =>
      table === 'audit_entry' && name === 'id' ? 'gen_random_uuid()' : name;
    const file = path.join(folder, `${table}-${programId}`);
    await client.query(
      `copy (select ${names.map(ofItsOwn).join(', ')} from ${table} where program_id = '${programId}') to '${file}'`,
    );
    copies.push({ table, columns: names.join(', '), file });
  }
  return copies;
}

async function copyIn(client: pg.Client, copies: readonly Copy[]): Promise<void> {
  // What stood there before the import stands there still, as the undo leaves it.
  await client.query('begin');
  for (const { table, columns, file } of copies)
    await client.query(`copy ${table} (${columns}) from '${file}'`);
  await client.query('rollback');
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return Math.round(performance.now() - from);
}

const lineOf = (name: string, rows: number, ms: number, floor: number) => ({
  ...{ name, rows, ms: Math.round(ms), floor, ratio: Math.round((ms / floor) * 10) / 10 },
});

const send = async (stage: Stage, where: string, body?: FormData) =>
  (await ask(stage, where, { method: 'POST', ...(body ? { body } : {}) })).json();

async function ask({ address, token }: Stage, where: string, init: RequestInit): Promise<Response> {
  const headers = new Headers({ Authorization: `Bearer ${token}` });
  const isEmpty = init.method === 'POST' && !init.body;
  if (isEmpty) headers.set('Content-Type', 'application/json');
  const sent = { ...init, headers, ...(isEmpty ? { body: '{}' } : {}) };
  const response = await fetch(`${address}/api/v1${where}`, sent);
  if (!response.ok) throw new Error(`${where}: ${response.status} ${await response.text()}`);
  return response;
}

/** Begins to watch what the server holds; answers, later, the most it held beyond that. Null where the system does not say. */
async function watchMemory(pid: number): Promise<() => Promise<number | null>> {
  const megabytes = async (name: string) => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    const [, kilobytes] = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status) ?? [];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  };
  // Forgets the most that was held so far (proc(5), clear_refs).
  await writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => undefined);
  const before = await megabytes('VmRSS');
  return async () => {
    const most = await megabytes('VmHWM');
    return most === null || before === null ? null : most - before;
  };
}
