import { afterEach, describe, expect, it, vi } from 'vitest';
import { onSignedOut, signInAgain } from '@/components/ui/sign-in-again';
import type { Operation } from '@/lib/core/operation';
import { call } from './call';

const rename: Operation<{ name: string }, { name: string }> = {
  name: 'thing.rename',
  method: 'PATCH',
  path: '/thing',
  summary: 'Rename a thing.',
  creates: false,
};
const change = (options = {}) => call(rename, { name: 'New' }, options);

const saved = () => Response.json({ name: 'New' });
const signedOut = () => Response.json({ code: 'signed_out' }, { status: 401 });
const toldSignedOut = { ok: false, errors: [], failed: 'signed_out' };
const unreachable = { ok: false, errors: [], failed: 'unreachable' };

/** A server that gives these answers in turn, and remembers the keys it was called with. */
function server(...answers: (() => Response | Promise<Response>)[]) {
  const keys: (string | null)[] = [];
  vi.stubGlobal('fetch', async (_path: string, { headers, signal }: RequestInit) => {
    keys.push(new Headers(headers).get('Idempotency-Key'));
    const answer = (answers.shift() ?? saved)();
    const ended = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
    return Promise.race([answer, ended]);
  });
  return keys;
}

afterEach(() => vi.unstubAllGlobals());

describe('7.25 a change is made once, or says why not, and always comes back', () => {
  it('7.25 whoever signs in again goes on with the same change under the same key', async () => {
    const stop = onSignedOut(async () => true);
    const keys = server(signedOut, signedOut, saved);
    expect(await change()).toEqual({ ok: true, value: { name: 'New' } });
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    stop();
  });

  it('7.25 whoever would rather not sign in now is told that the sign-in has ended', async () => {
    const stop = onSignedOut(async () => false);
    const keys = server(signedOut);
    expect(await change()).toEqual(toldSignedOut);
    expect(keys).toHaveLength(1);
    stop();
  });

  it('7.25 a server that is not reached, or says nothing, lets the form go', async () => {
    const lost = () => Promise.reject(new TypeError('Failed to fetch'));
    const keys = server(lost, lost);
    expect(await change()).toEqual(unreachable);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    const silent = server(() => new Promise<Response>(() => undefined));
    expect(await change({ patience: 5, repeats: false })).toEqual(unreachable);
    expect(silent).toHaveLength(1);
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
