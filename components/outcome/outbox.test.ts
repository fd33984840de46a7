import { expect, test } from 'vitest';
import type { Answer } from '@/components/ui/request';
import { flushOutbox, type Parcel, putParcel, readOutbox, type Send } from './outbox';

/** A browser's storage; `full` refuses to take more. */
function storageOf(full = false): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (n) => [...kept.keys()][n] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    removeItem: (name) => kept.delete(name),
    setItem: (name, value) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      kept.set(name, value);
    },
  };
}

const parcel = (n: number, more: Partial<Parcel> = {}): Parcel => ({
  key: `key-${n}`,
  slug: 'boston-2023',
  meetingId: `meeting-${n}`,
  title: `Firm ${n}`,
  path: `/programs/boston-2023/meetings/meeting-${n}/outcome`,
  body: { interest: n },
  ...more,
});

const problem = (status: number, detail = ''): Answer<unknown> => ({
  ok: false,
  problem: { title: '', detail, status, code: '' },
});
const taken: Answer<unknown> = { ok: true, value: {} };
const offline: Answer<unknown> = { ok: false, offline: true };

/** A server that answers by meeting and remembers what came in under which key. */
function server(answers: Record<string, Answer<unknown>>): { send: Send; came: string[] } {
  const came: string[] = [];
  return {
    came,
    send: async (path, _body, key) => {
      came.push(key);
      return answers[path.split('/').at(-2) ?? ''] ?? taken;
    },
  };
}

test('T32 what went out into a dead network goes again under the same key, and leaves the box once', async () => {
  const storage = storageOf();
  putParcel(storage, 'me', parcel(1));
  const dead = server({ 'meeting-1': offline });
  expect(await flushOutbox(storage, 'me', dead.send)).toEqual({ sent: [], stopped: 'offline' });
  expect(readOutbox(storage, 'me')).toEqual([parcel(1)]);
  const alive = server({});
  expect(await flushOutbox(storage, 'me', alive.send)).toEqual({ sent: ['key-1'], stopped: null });
  expect([...dead.came, ...alive.came]).toEqual(['key-1', 'key-1']);
  expect(readOutbox(storage, 'me')).toEqual([]);
  expect(await flushOutbox(storage, 'me', alive.send)).toEqual({ sent: [], stopped: null });
  expect(alive.came).toEqual(['key-1']);
});

test('M10 several wait in the order they were written, one for each meeting', async () => {
  const storage = storageOf();
  putParcel(storage, 'me', parcel(1));
  putParcel(storage, 'me', parcel(2));
  putParcel(storage, 'me', parcel(1, { key: 'key-1b', body: { interest: 5 } }));
  expect(readOutbox(storage, 'me').map(({ key }) => key)).toEqual(['key-2', 'key-1b']);
  const sent: string[] = [];
  await flushOutbox(storage, 'me', server({}).send, ({ title }) => sent.push(title));
  expect(sent).toEqual(['Firm 2', 'Firm 1']);
});

test('an expired sign-in keeps everything and asks no further', async () => {
  const storage = storageOf();
  putParcel(storage, 'me', parcel(1));
  putParcel(storage, 'me', parcel(2));
  const closed = server({ 'meeting-1': problem(401), 'meeting-2': problem(401) });
  expect(await flushOutbox(storage, 'me', closed.send)).toEqual({ sent: [], stopped: 'signed_out' });
  expect(closed.came).toEqual(['key-1']);
  expect(readOutbox(storage, 'me')).toHaveLength(2);
});

test('a refused one says why and is not sent again; the others go on', async () => {
  const storage = storageOf();
  putParcel(storage, 'me', parcel(1));
  putParcel(storage, 'me', parcel(2));
  const strict = server({ 'meeting-1': problem(422, '취소된 상담입니다.') });
  expect(await flushOutbox(storage, 'me', strict.send)).toEqual({ sent: ['key-2'], stopped: null });
  expect(readOutbox(storage, 'me')).toEqual([parcel(1, { refused: '취소된 상담입니다.' })]);
  await flushOutbox(storage, 'me', strict.send);
  expect(strict.came).toEqual(['key-1', 'key-2']);
});

test('7.36 a refusal that brings the record as it stands keeps it beside its sentence', async () => {
  const storage = storageOf();
  putParcel(storage, 'me', parcel(1));
  const current = { version: 2, state: 'held', markedByOffice: true };
  const late = { title: '', detail: '그사이 바뀌었습니다.', status: 409, code: 'conflict', current };
  await flushOutbox(storage, 'me', server({ 'meeting-1': { ok: false, problem: late } }).send);
  expect(readOutbox(storage, 'me')).toEqual([parcel(1, { refused: '그사이 바뀌었습니다.', current })]);
});

test.each([429, 500, 503])('a server that answers %i is asked again later', async (status) => {
  const storage = storageOf();
  putParcel(storage, 'me', parcel(1));
  const { send } = server({ 'meeting-1': problem(status) });
  expect(await flushOutbox(storage, 'me', send)).toEqual({ sent: [], stopped: 'unavailable' });
  expect(readOutbox(storage, 'me')).toEqual([parcel(1)]);
});

test('another person on the same device sends nothing of mine', async () => {
  const storage = storageOf();
  putParcel(storage, 'me', parcel(1));
  const { send, came } = server({});
  await flushOutbox(storage, 'other', send);
  expect(came).toEqual([]);
  expect(readOutbox(storage, 'me')).toHaveLength(1);
});

test('what was rewritten while its first text was on its way is not taken for refused or sent', async () => {
  const storage = storageOf();
  putParcel(storage, 'me', parcel(1));
  const meanwhile: Send = async () => {
    putParcel(storage, 'me', parcel(1, { key: 'key-1b', body: { interest: 2 } }));
    return problem(422, 'no');
  };
  await flushOutbox(storage, 'me', meanwhile);
  expect(readOutbox(storage, 'me')).toEqual([parcel(1, { key: 'key-1b', body: { interest: 2 } })]);
});

test('a browser that keeps nothing says so, and rubbish in its storage is no parcel', () => {
  expect(putParcel(storageOf(true), 'me', parcel(1))).toBe(false);
  const storage = storageOf();
  storage.setItem('rt.outcome.outbox.me', '{"not": "a list"}');
  expect(readOutbox(storage, 'me')).toEqual([]);
  storage.setItem('rt.outcome.outbox.me', '[{"key": 7}, null]');
  expect(readOutbox(storage, 'me')).toEqual([]);
  storage.setItem('rt.outcome.outbox.me', 'half');
  expect(readOutbox(storage, 'me')).toEqual([]);
});
