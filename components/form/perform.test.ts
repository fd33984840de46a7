import { describe, expect, it } from 'vitest';
import { onSignedOut, signInAgain } from '@/components/ui/sign-in-again';
import type { ActionResult } from '@/lib/platform/action';
import { perform } from './perform';

const signedOut: ActionResult<string> = { ok: false, errors: [], failed: 'signed_out' };
const saved: ActionResult<string> = { ok: true, value: 'saved' };
const unreachable = { ok: false, errors: [], failed: 'unreachable' };

/** A server that gives these answers in turn, and remembers the keys it was called with. */
function server(...answers: ActionResult<string>[]) {
  const keys: string[] = [];
  const call = async (key: string) => {
    keys.push(key);
    return answers.shift() ?? saved;
  };
  return { call, keys };
}

describe('7.25 a change is made once, or says why not, and always comes back', () => {
  it('7.25 whoever signs in again goes on with the same change under the same key', async () => {
    const stop = onSignedOut(async () => true);
    const { call, keys } = server(signedOut, signedOut, saved);
    expect(await perform(call)).toEqual(saved);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    stop();
  });

  it('7.25 whoever would rather not sign in now is told that the sign-in has ended', async () => {
    const stop = onSignedOut(async () => false);
    const { call, keys } = server(signedOut);
    expect(await perform(call)).toEqual(signedOut);
    expect(keys).toHaveLength(1);
    stop();
  });

  it('7.25 a server that is not reached, or says nothing, lets the form go', async () => {
    expect(await perform(() => Promise.reject(new TypeError('Failed to fetch')))).toEqual(unreachable);
    expect(await perform(() => new Promise(() => undefined), 'key-of-this', 5)).toEqual(unreachable);
  });

  it('7.25 what waits at the same time asks once, and a read does not ask after a no', async () => {
    let asked = 0;
    const stop = onSignedOut(async () => {
      asked += 1;
      return false;
    });
    expect(await Promise.all([signInAgain(), signInAgain({ isRead: true })])).toEqual([false, false]);
    expect(asked).toBe(1);
    expect(await signInAgain({ isRead: true })).toBe(false);
    expect(asked).toBe(1);
    await signInAgain();
    expect(asked).toBe(2);
    stop();
  });
});
