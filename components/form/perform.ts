import { signInAgain } from '@/components/ui/sign-in-again';
import type { ActionResult } from '@/lib/platform/action';

/** Sends one change under a key: the same key again gives the same answer and changes nothing again. */
export type Call<T> = (key: string) => Promise<ActionResult<T>>;

const PATIENCE_MS = 30_000;

/**
 * Runs one change on the server and always comes back. `unreachable`: no network, no server, or no answer within 30
 * seconds. When the sign-in has ended the person is asked to sign in and the same change goes out again with its key.
 */
export async function perform<T>(
  call: Call<T>,
  key: string = crypto.randomUUID(),
  patience = PATIENCE_MS,
): Promise<ActionResult<T>> {
  for (;;) {
    const result = await answered(call(key), patience);
    if (result.ok || result.failed !== 'signed_out') return result;
    if (!(await signInAgain())) return result;
  }
}

async function answered<T>(sent: Promise<ActionResult<T>>, patience: number): Promise<ActionResult<T>> {
  const unreachable: ActionResult<T> = { ok: false, errors: [], failed: 'unreachable' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<ActionResult<T>>((resolve) => {
    timer = setTimeout(() => resolve(unreachable), patience);
  });
  try {
    return await Promise.race([sent, limit]);
  } catch {
    return unreachable;
  } finally {
    clearTimeout(timer);
  }
}
