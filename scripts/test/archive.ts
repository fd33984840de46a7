import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { ProgramScope } from '@/lib/core/scope';
import { zipOf } from '@/lib/platform/zip';
import { takeArchive } from '@/lib/transfer/commands/archive';
import { bytesOf } from './exported';
import { unzip } from './unzip';

/** The files of an archive by their names. */
export type Files = Map<string, string>;

/** The archive of a program as an admin takes it. */
export async function archiveOf(scope: ProgramScope): Promise<{ bytes: Buffer; files: Files }> {
  const bytes = await bytesOf(await takeArchive(scope, {}));
  return { bytes, files: unzip(bytes) };
}

/** The same admin in another program. */
export function inProgram(scope: ProgramScope, programId: string, slug: string): ProgramScope {
  return { ...scope, programId, program: { ...scope.program, programId, slug } } as ProgramScope;
}

/** A zip of these files, whatever their manifest says of them. */
export function zipped(files: Files): Promise<Buffer> {
  const parts = [...files].map(([name, text]) => ({
    name,
    chunks: async function* () {
      yield text;
    },
  }));
  return buffer(zipOf(parts));
}

/** An archive with other rows in some of its files, and a manifest that agrees with them: as a forger would make it. */
export function forged(
  files: Files,
  changes: Readonly<Record<string, (text: string) => string>>,
): Promise<Buffer> {
  const changed = new Map(files);
  for (const [name, change] of Object.entries(changes)) changed.set(name, change(files.get(name) ?? ''));
  const manifest = JSON.parse(changed.get('manifest.json') ?? '');
  for (const file of manifest.files) {
    const text = changed.get(file.name) ?? '';
    Object.assign(file, {
      rows: text.split('\n').length - 1,
      sha256: createHash('sha256').update(text).digest('hex'),
    });
  }
  if (!('manifest.json' in changes)) changed.set('manifest.json', JSON.stringify(manifest));
  return zipped(changed);
}

/** One row of a file changed, the first one. */
export const firstRow = (change: (row: Record<string, unknown>) => object) => (text: string) => {
  const [first = '', ...rest] = text.split('\n');
  return [JSON.stringify({ ...JSON.parse(first), ...change(JSON.parse(first)) }), ...rest].join('\n');
};

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** Numbers that one installation counts, and the address that only one program can have. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  'program.jsonl': ['slug'],
  ...Object.fromEntries(
    ['stage_event', 'status_event', 'meeting_event', 'outcome', 'amount', 'fx_rate', 'wave_answer'].map(
      (log) => [`${log}.jsonl`, ['seq']],
    ),
  ),
  'timetable.jsonl': ['base_seq'],
};
const TRACES = ['archive.restore', 'export.archive'];

/**
 * What two archives of one program have in common: its rows without the numbers of an installation, and with ids that follow
 * from what a row says and which rows it names, instead of those it has. Rows of logs keep their order.
 */
export function essence(files: Files): Record<string, string[]> {
  const tables = [...files]
    .filter(([name]) => name.endsWith('.jsonl'))
    .map(([name, text]) => {
      const rows =
        text.trim() === ''
          ? []
          : text
              .trim()
              .split('\n')
              .map((line) => JSON.parse(line));
      const kept = rows.filter(({ command }) => !TRACES.includes(command));
      return [name, kept.map((row) => without(row, OWN[name] ?? []))] as const;
    });
  let labels = new Map<string, string>();
  const labelled = (row: unknown) => JSON.stringify(row).replace(UUID, (id) => labels.get(id) ?? '');
  for (let round = 0; round < 4; round += 1) {
    const next = new Map<string, string>();
    for (const [name, rows] of tables)
      for (const row of rows)
        if (typeof row.id === 'string')
          next.set(
            row.id,
            createHash('sha256')
              .update(name + labelled(row))
              .digest('hex'),
          );
    labels = next;
  }
  return Object.fromEntries(
    tables.map(([name, rows]) => [
      name,
      OWN[name]?.includes('seq') ? rows.map(labelled) : rows.map(labelled).sort(),
    ]),
  );
}

function without(row: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));
}
