import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { appliedMigrations, ownRole } from './database';
import { log } from './log';
import { whyWallsFail } from './own-role';

export type Readiness = 'ready' | 'database_unreachable' | 'migrations_missing' | 'role_too_strong';

const PATIENCE_MS = 3000;

/** Whether requests can be served; never throws, and tells a stranger nothing but the word. */
export async function readiness(): Promise<Readiness> {
  try {
    const role = await answerSoon(ownRole());
    const tooStrong = role && whyWallsFail(role);
    if (tooStrong) {
      log.error(tooStrong);
      return 'role_too_strong';
    }
    const [applied, known] = await Promise.all([answerSoon(appliedMigrations()), knownMigrations()]);
    return known.every((name) => applied.includes(name)) ? 'ready' : 'migrations_missing';
  } catch (error) {
    log.warn({ error }, 'not ready');
    return 'database_unreachable';
  }
}

/** A database that hangs counts as one that is not there. */
function answerSoon<T>(answer: Promise<T>): Promise<T> {
  const tooLate = sleep(PATIENCE_MS, undefined, { ref: false }).then(() => {
    throw new Error(`The database did not answer within ${PATIENCE_MS} ms.`);
  });
  return Promise.race([answer, tooLate]);
}

async function knownMigrations(): Promise<string[]> {
  const entries = await readdir('prisma/migrations', { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
