// A stamp is the content hash of what a step was made from; the step is repeated when the hash no longer matches.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { takeLock } from './process-lock.mjs';

export function hashOf(...files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

export function writeStamp(file, value) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, value);
}

/** Runs `work` while no other process of this clone holds the named lock; waits for it at most 15 minutes. */
export async function alone(file, work) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let waited = 0; ; waited++) {
    const { release, holder } = takeLock(file);
    if (release) {
      try {
        return await work();
      } finally {
        release();
      }
    }
    if (waited === 5) console.log(`Waiting for process ${holder.pid}, which is preparing this clone.`);
    if (waited > 1800)
      throw sentence(
        `Process ${holder.pid} has been preparing this clone for too long; end it and try again.`,
      );
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** An error that is told as one sentence, without a stack. */
export function sentence(text) {
  return Object.assign(new Error(text), { sentence: text });
}
