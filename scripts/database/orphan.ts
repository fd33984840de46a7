import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processStart } from '@/scripts/run/process-lock.mjs';

/** Above the largest process id that any kernel gives. */
const NO_PROCESS = 4_194_305;

/**
 * Ends a server that outlived the Roundtable that started it (a SIGKILL reaches only some). The caller holds the lock
 * of the data directory, so nobody needs that server any more; it writes everything and leaves.
 */
export async function endOrphan(directory: string): Promise<boolean> {
  const file = path.join(directory, 'postmaster.pid');
  const pid = readPid(file);
  if (pid === null) return false;
  if (processStart(pid) === null || !commandLine(pid).includes(directory)) {
    disown(file);
    return false;
  }
  process.kill(pid, 'SIGINT');
  for (let waited = 0; processStart(pid) !== null; waited++) {
    if (waited === 300) process.kill(pid, 'SIGQUIT');
    await sleep(100);
  }
  return true;
}

// PostgreSQL takes a zombie, or another program that got the number since, for a living server. The rest of the file
// stays: by it PostgreSQL recognises backends that have not gone yet.
function disown(file: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^\d+/, String(NO_PROCESS)));
}

function readPid(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
