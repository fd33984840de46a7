import { afterEach, expect, it, vi } from 'vitest';
import { send } from './request';
import { onSignedOut } from './sign-in-again';

afterEach(() => vi.unstubAllGlobals());

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

/** Answers in turn; remembers what was sent. */
function stubFetch(...answers: (() => Response | Promise<Response>)[]) {
  const sent: RequestInit[] = [];
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    sent.push(init);
    const answer = answers.shift();
    return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('Failed to fetch'));
  });
  return sent;
}

const keyOf = (init: RequestInit | undefined) => new Headers(init?.headers).get('Idempotency-Key');

it('7.25 a request that meets an ended sign-in goes out again with its key once the person is in', async () => {
  const stop = onSignedOut(async () => true);
  const sent = stubFetch(
    () => json(401, { status: 401, code: 'signed_out' }),
    () => json(200, { done: 1 }),
  );
  expect(await send('POST', '/programs/x/pairs/1/stage', { stage: 'follow_up' })).toEqual({
    ok: true,
    value: { done: 1 },
  });
  expect(sent).toHaveLength(2);
  expect(keyOf(sent[0])).toMatch(/^[0-9a-f-]{36}$/);
  expect(keyOf(sent[1])).toBe(keyOf(sent[0]));
  stop();
});

it('7.25 a request without an answer counts as not reached after its patience', async () => {
  vi.stubGlobal(
    'fetch',
    (_: string, { signal }: RequestInit) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      }),
  );
  expect(await send('GET', '/x', undefined, { patience: 5 })).toEqual({ ok: false, offline: true });
});
