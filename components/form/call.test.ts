import { afterEach, expect, it, vi } from 'vitest';
import { onSignedOut } from '@/components/ui/sign-in-again';
import { get, post } from '@/lib/core/operation';
import { call } from './call';

const move = post('pair.move_stage', '/programs/{program}/pairs/{pairId}/stage', 'Move a pair to a stage');
const list = get('pair.list', '/programs/{program}/pairs', 'Pairs');

afterEach(() => vi.unstubAllGlobals());

it('7.25 a request that meets an ended sign-in goes out again with its key once the person is in', async () => {
  const stop = onSignedOut(async () => true);
  const sent = vi
    .fn<(path: string, init: RequestInit) => Promise<Response>>()
    .mockResolvedValueOnce(Response.json({ code: 'signed_out' }, { status: 401 }))
    .mockResolvedValueOnce(Response.json({ done: 1 }));
  vi.stubGlobal('fetch', sent);
  const answer = await call(move, { pairId: '1', stage: 'follow_up' }, { program: 'x' });
  expect(answer).toEqual({ ok: true, value: { done: 1 } });
  const keys = sent.mock.calls.map(([, init]) => new Headers(init.headers).get('Idempotency-Key'));
  expect(keys).toHaveLength(2);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).toBe(keys[0]);
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
  const answer = await call(list, {}, { program: 'x', patience: 5 });
  expect(answer).toEqual({ ok: false, errors: [], failed: 'unreachable' });
});
