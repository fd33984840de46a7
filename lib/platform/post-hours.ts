import { setTimeout as sleep } from 'node:timers/promises';
import { log } from './log';
import { openPost, type Post } from './post';

const AGAIN_MS = 5000;

/**
 * Opens the post of this server, and tries again as long as the database is not there; ends it with the process: a letter in
 * hand is finished, the others wait for the next start or another copy.
 */
export function keepPostOpen(): void {
  const closing = new AbortController();
  const opened = openWhenPossible(closing.signal);
  const close = () => {
    closing.abort();
    void opened
      .then((post) => post?.close())
      .catch((error) => log.warn({ err: error }, 'the post did not close'));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, close);
}

async function openWhenPossible(signal: AbortSignal): Promise<Post | null> {
  while (!signal.aborted) {
    try {
      return await openPost();
    } catch (error) {
      log.warn({ err: error }, 'the post is not open yet');
      await sleep(AGAIN_MS, undefined, { ref: false });
    }
  }
  return null;
}
