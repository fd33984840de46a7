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

/** What the platform's request is, as far as a file needs it: it says how much is sent, and then what came back. */
class FakeRequest {
  static sent: FakeRequest[] = [];
  static answer: { status: number; body: string; type?: string } | null = null;
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onprogress?: () => void;
  headers: Record<string, string> = {};
  status = 0;
  responseText = '';
  body: FormData | string | null = null;
  method = '';
  path = '';
  open(method: string, path: string) {
    Object.assign(this, { method, path });
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  getResponseHeader() {
    return FakeRequest.answer?.type ?? 'application/json';
  }
  abort() {}
  send(body: FormData | string | null) {
    this.body = body;
    FakeRequest.sent.push(this);
    this.upload.onprogress?.({ loaded: 3, total: 9 });
    const { answer } = FakeRequest;
    if (!answer) return this.onerror?.();
    this.status = answer.status;
    for (const line of answer.body.split(/(?<=\n)/)) {
      this.responseText += line;
      this.onprogress?.();
    }
    this.onload?.();
  }
}

const readFile: Operation<{ file: File; kind: string; answers?: object }, { id: string }> = {
  ...{ name: 'thing.read', method: 'POST', path: '/things', summary: 'Read a file.', creates: true },
  takesFile: true,
};

describe('a file', () => {
  const upload = (answer: typeof FakeRequest.answer, onProgress = vi.fn()) => {
    vi.stubGlobal('XMLHttpRequest', FakeRequest);
    FakeRequest.sent = [];
    FakeRequest.answer = answer;
    const file = new File(['a,b'], '목록.csv');
    return call(readFile, { file, kind: 'startups', answers: { dayOrder: 'dmy' } }, { onProgress });
  };

  it('goes out with the fields beside it, and tells how much of it is sent', async () => {
    const told = vi.fn();
    expect(await upload({ status: 201, body: '{"id":"a"}' }, told)).toEqual({ ok: true, value: { id: 'a' } });
    const [request] = FakeRequest.sent;
    const parts = request?.body as FormData;
    expect((parts.get('file') as File).name).toBe('목록.csv');
    expect([parts.get('kind'), parts.get('answers')]).toEqual(['startups', '{"dayOrder":"dmy"}']);
    // The platform writes the boundary of the parts.
    expect(request?.headers['Content-Type']).toBeUndefined();
    expect(request?.headers['Idempotency-Key']).toBeTruthy();
    expect(told).toHaveBeenCalledWith({ step: 'upload', done: 3, of: 9 });
  });

  it('that is refused says why; one that did not arrive is not sent again by itself', async () => {
    const errors = [{ pointer: '/file', reason: 'file_empty', message: 'The file is empty.' }];
    expect(await upload({ status: 422, body: JSON.stringify({ code: 'invalid', errors }) })).toEqual({
      ok: false,
      errors: [{ reason: 'file_empty', message: 'The file is empty.', field: ['file'] }],
    });
    expect(await upload(null)).toEqual(unreachable);
    expect(FakeRequest.sent).toHaveLength(1);
  });

  it('that keeps the server busy hears how far it is, and takes the last line for the answer', async () => {
    const told = vi.fn();
    const progress = { step: 'keep', done: 2, of: 9 };
    const lines = [{ progress }, { status: 422, body: { code: 'invalid', errors: [] } }];
    const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const answer = { status: 200, type: 'application/x-ndjson', body };
    expect(await upload(answer, told)).toEqual({ ok: false, errors: [], failed: 'invalid' });
    expect(told).toHaveBeenCalledWith(progress);
    expect(FakeRequest.sent[0]?.headers.Accept).toContain('application/x-ndjson');
  });
});
