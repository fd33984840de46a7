// A lock that a killed process cannot leave behind: the file names its holder by process id and start time.
import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** When the process started, in the machine's own terms; null when it no longer runs. */
export function processStart(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z' || fields[0] === 'X') return null;
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

/** Who holds the lock, or null when nobody alive does. */
export function lockHolder(path) {
  const text = read(path);
  return text === null ? null : alive(text);
}

/** Takes the lock for this process. Returns a release function, or the living holder. */
export function takeLock(path, note = {}) {
  const mine = JSON.stringify({ ...note, pid: process.pid, started: processStart(process.pid) });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (;;) {
      if (link(draft, path)) return { release: () => read(path) === mine && rmSync(path, { force: true }) };
      const text = read(path);
      const holder = text === null ? null : alive(text);
      if (holder) return { holder };
      if (text !== null) discard(path, text);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function alive(text) {
  try {
    const holder = JSON.parse(text);
    return processStart(holder.pid) === holder.started ? holder : null;
  } catch {
    return null;
  }
}

function link(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

// Another process may replace the dead lock first: what was moved away is put back unless it is the dead one.
function discard(path, dead) {
  const aside = `${path}.dead.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== dead) link(aside, path);
  rmSync(aside, { force: true });
}
