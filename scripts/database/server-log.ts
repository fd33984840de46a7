import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { noSpace, Problem } from '@/scripts/problem';

/** What PostgreSQL has written since `offset`, at most the last 64 KB. */
export function logSince(file: string, offset: number): string {
  const { size } = statSync(file);
  const from = Math.max(offset, size - 65_536);
  const text = Buffer.alloc(size - from);
  const handle = openSync(file, 'r');
  readSync(handle, text, 0, text.length, from);
  closeSync(handle);
  return text.toString('utf8');
}

export function addressInUse(log: string): boolean {
  return /could not bind [^\n]*Address already in use/.test(log);
}

/** Backends of a killed server take a moment to notice. */
export function stillShuttingDown(log: string): boolean {
  return /pre-existing shared memory block .* is still in use/.test(log);
}

/** The known reasons why PostgreSQL (or initdb) ends at once, in one sentence; null for an unknown one. */
export function startupProblem(log: string, { directory }: { directory: string }): Problem | null {
  if (/No space left on device|Disk quota exceeded/.test(log))
    return new Problem(noSpace(`the database in ${directory}`));
  if (/database files are incompatible with server|was initialized by PostgreSQL version/.test(log)) {
    return new Problem(
      `${directory} was made by another version of PostgreSQL; start the Roundtable that made it.`,
    );
  }
  if (/could not create shared memory segment|could not map anonymous shared memory/.test(log)) {
    return new Problem(
      'PostgreSQL gets too little shared memory on this machine; free some memory and start again.',
    );
  }
  if (/Permission denied|has wrong ownership|has invalid permissions/.test(log)) {
    return new Problem(`PostgreSQL may not use ${directory}: ${readsStartup(log)}.`);
  }
  return null;
}

/** The last line that says why, without its prefix. */
export function readsStartup(log: string): string {
  const lines = log.trim().split('\n');
  const line = lines.findLast((one) => /FATAL|PANIC|initdb: error/.test(one)) ?? lines.at(-1) ?? '';
  return line.replace(/^.*?(FATAL|PANIC|initdb: error):\s*/, '') || 'it said nothing';
}
