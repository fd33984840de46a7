import { describe, expect, it, test } from 'vitest';
import type { Answer, Failure } from './call';
import { dropWaiting, keepWaiting, readQueue, type Send, sendWaiting, type WaitingChange } from './queue';

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

const waiting = (n: number, more: Partial<WaitingChange> = {}): WaitingChange => ({
  key: `key-${n}`,
  operation: 'outcome.record',
  program: 'boston-2023',
  input: { meetingId: `meeting-${n}`, interest: n },
  about: `meeting-${n}`,
  title: `Firm ${n}`,
  href: `/programs/boston-2023/meetings/meeting-${n}/outcome`,
  ...more,
});

const failed = (code: NonNullable<Failure['failed']>): Failure => ({ ok: false, errors: [], failed: code });
const refused = (message: string, reason = 'cancelled'): Failure => ({
  ok: false,
  errors: [{ reason, message, field: [] }],
});
const taken: Answer<unknown> = { ok: true, value: {} };

/** A server that answers by subject and remembers what came in: operation, key and input. */
function server(answers: Record<string, Answer<unknown>>) {
  const came: { operation: string; path: string; key: string; input: object }[] = [];
  const send: Send = async ({ name, path }, { key, about, input }) => {
    came.push({ operation: name, path, key, input });
    return answers[about] ?? taken;
  };
  return { send, came, keys: () => came.map(({ key }) => key) };
}

test('T32 what went out into a dead network goes again under the same key, and leaves the queue once', async () => {
  const storage = storageOf();
  keepWaiting(storage, 'me', waiting(1));
  const dead = server({ 'meeting-1': failed('unreachable') });
  expect(await sendWaiting(storage, 'me', dead.send)).toEqual({ sent: [], stopped: 'offline' });
  expect(readQueue(storage, 'me')).toEqual([waiting(1)]);
  const alive = server({});
  expect(await sendWaiting(storage, 'me', alive.send)).toEqual({ sent: ['key-1'], stopped: null });
  expect([...dead.keys(), ...alive.keys()]).toEqual(['key-1', 'key-1']);
  expect(readQueue(storage, 'me')).toEqual([]);
  expect(await sendWaiting(storage, 'me', alive.send)).toEqual({ sent: [], stopped: null });
  expect(alive.keys()).toEqual(['key-1']);
});

test('M10 what was corrected or taken out while another was on its way does not go out after it', async () => {
  const storage = storageOf();
  for (const n of [1, 2, 3]) keepWaiting(storage, 'me', waiting(n));
  const slow: string[] = [];
  await sendWaiting(storage, 'me', async (_, { key }) => {
    slow.push(key);
    if (key === 'key-1') {
      keepWaiting(storage, 'me', waiting(2, { key: 'key-2b' }));
      dropWaiting(storage, 'me', 'key-3');
    }
    return taken;
  });
  expect(slow).toEqual(['key-1']);
  expect(readQueue(storage, 'me').map(({ key }) => key)).toEqual(['key-2b']);
});

test('M10 each goes out when nothing else of its subject is on its way', async () => {
  const storage = storageOf();
  keepWaiting(storage, 'me', waiting(1));
  const { send, keys } = server({});
  // The one before it is still on its way when its correction takes its place.
  const alone = async <T>(about: string, work: () => Promise<T>) => {
    expect(about).toBe('meeting-1');
    dropWaiting(storage, 'me', 'key-1');
    return work();
  };
  expect(await sendWaiting(storage, 'me', send, undefined, alone)).toEqual({ sent: [], stopped: null });
  expect(keys()).toEqual([]);
});

test('M10 several wait in the order they were written, one for each meeting', async () => {
  const storage = storageOf();
  keepWaiting(storage, 'me', waiting(1));
  keepWaiting(storage, 'me', waiting(2));
  keepWaiting(storage, 'me', waiting(1, { key: 'key-1b', operation: 'meeting.mark' }));
  expect(readQueue(storage, 'me').map(({ key }) => key)).toEqual(['key-2', 'key-1b']);
  const sent: string[] = [];
  const { send, came } = server({});
  await sendWaiting(storage, 'me', send, ({ title }) => sent.push(title));
  expect(sent).toEqual(['Firm 2', 'Firm 1']);
  expect(came.map(({ path }) => path)).toEqual([
    '/programs/{program}/meetings/{meetingId}/outcome',
    '/programs/{program}/meetings/{meetingId}/mark',
  ]);
});

test('an expired sign-in keeps everything and asks no further', async () => {
  const storage = storageOf();
  keepWaiting(storage, 'me', waiting(1));
  keepWaiting(storage, 'me', waiting(2));
  const closed = server({ 'meeting-1': failed('signed_out'), 'meeting-2': failed('signed_out') });
  expect(await sendWaiting(storage, 'me', closed.send)).toEqual({ sent: [], stopped: 'signed_out' });
  expect(closed.keys()).toEqual(['key-1']);
  expect(readQueue(storage, 'me')).toHaveLength(2);
});

test('7.36 a refused one keeps why and the record as it stands, and is not sent again; the others go on', async () => {
  const storage = storageOf();
  keepWaiting(storage, 'me', waiting(1));
  keepWaiting(storage, 'me', waiting(2));
  const no = { ...refused('취소된 상담입니다.'), current: { version: 2, state: 'cancelled' } };
  const strict = server({ 'meeting-1': no });
  expect(await sendWaiting(storage, 'me', strict.send)).toEqual({ sent: ['key-2'], stopped: null });
  expect(readQueue(storage, 'me')).toEqual([waiting(1, { refused: no })]);
  await sendWaiting(storage, 'me', strict.send);
  expect(strict.keys()).toEqual(['key-1', 'key-2']);
});

test.each([
  ['too_many', refused('Try again in 5 seconds.', 'too_many')],
  ['too_many without a wait', failed('too_many')],
  ['internal', failed('internal')],
  ['unavailable', failed('unavailable')],
])('a server that answers %s is asked again later', async (_, answer) => {
  const storage = storageOf();
  keepWaiting(storage, 'me', waiting(1));
  const { send } = server({ 'meeting-1': answer });
  expect(await sendWaiting(storage, 'me', send)).toEqual({ sent: [], stopped: 'unavailable' });
  expect(readQueue(storage, 'me')).toEqual([waiting(1)]);
});

test('another person on the same device sends nothing of mine', async () => {
  const storage = storageOf();
  keepWaiting(storage, 'me', waiting(1));
  const { send, came } = server({});
  await sendWaiting(storage, 'other', send);
  expect(came).toEqual([]);
  expect(readQueue(storage, 'other')).toEqual([]);
  expect(readQueue(storage, 'me')).toHaveLength(1);
});

test('what was rewritten while its first text was on its way is not taken for refused or sent', async () => {
  const storage = storageOf();
  keepWaiting(storage, 'me', waiting(1));
  const rewritten = waiting(1, { key: 'key-1b', input: { meetingId: 'meeting-1', interest: 2 } });
  for (const answer of [refused('no'), taken]) {
    keepWaiting(storage, 'me', waiting(1));
    await sendWaiting(storage, 'me', async () => {
      keepWaiting(storage, 'me', rewritten);
      return answer;
    });
    expect(readQueue(storage, 'me')).toEqual([rewritten]);
  }
});

test('an operation that this version does not know stays in the queue and is not sent', async () => {
  const storage = storageOf();
  const unknown = waiting(1, { operation: 'outcome.dictate' });
  keepWaiting(storage, 'me', unknown);
  const { send, came } = server({});
  await sendWaiting(storage, 'me', send);
  expect(came).toEqual([]);
  expect(readQueue(storage, 'me')).toEqual([unknown]);
});

test('a browser that keeps nothing says so, and rubbish in its storage is no change', () => {
  expect(keepWaiting(storageOf(true), 'me', waiting(1))).toBe(false);
  const storage = storageOf();
  for (const rubbish of ['{"not": "a list"}', '[{"key": 7}, null]', 'half']) {
    storage.setItem('rt.queue.me', rubbish);
    storage.setItem('rt.outcome.outbox.me', rubbish);
    expect(readQueue(storage, 'me')).toEqual([]);
  }
});

describe('what the version before left on the device', () => {
  const EARLIER = 'rt.outcome.outbox.me';
  const earlier = (n: number, kind: 'outcome' | 'mark', body: object, more: object = {}) => ({
    ...{ key: `key-${n}`, slug: 'boston-2023', meetingId: `meeting-${n}`, title: `Firm ${n}` },
    ...{ path: `/programs/boston-2023/meetings/meeting-${n}/${kind}`, body, ...more },
  });

  it('goes out under its keys by the operations it meant, and once', async () => {
    const storage = storageOf();
    const mark = { state: 'no_show', side: 'investor', version: 3 };
    storage.setItem(
      EARLIER,
      JSON.stringify([earlier(1, 'outcome', { interest: 1 }), earlier(2, 'mark', mark)]),
    );
    expect(readQueue(storage, 'me')[0]).toEqual(waiting(1));
    const { send, came } = server({});
    expect(await sendWaiting(storage, 'me', send)).toEqual({ sent: ['key-1', 'key-2'], stopped: null });
    expect(came).toMatchObject([
      { operation: 'outcome.record', input: { meetingId: 'meeting-1', interest: 1 } },
      { operation: 'meeting.mark', input: { meetingId: 'meeting-2', ...mark } },
    ]);
    expect(readQueue(storage, 'me')).toEqual([]);
    expect(storage.getItem(EARLIER)).toBeNull();
  });

  it('moves to the new list with the first change of it, and loses nothing where that cannot be written', () => {
    const storage = storageOf();
    storage.setItem(EARLIER, JSON.stringify([earlier(1, 'outcome', { interest: 1 })]));
    keepWaiting(storage, 'me', waiting(2));
    expect(storage.getItem(EARLIER)).toBeNull();
    expect(readQueue(storage, 'me')).toEqual([waiting(1), waiting(2)]);
    dropWaiting(storage, 'me', 'key-1');
    expect(readQueue(storage, 'me')).toEqual([waiting(2)]);

    const full = storageOf();
    full.setItem(EARLIER, JSON.stringify([earlier(1, 'outcome', { interest: 1 })]));
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(keepWaiting(full, 'me', waiting(2))).toBe(false);
    expect(readQueue(full, 'me')).toEqual([waiting(1)]);
  });

  it('keeps a refusal with its sentence and record', () => {
    const storage = storageOf();
    const current = { version: 2, state: 'held', markedByOffice: true };
    const more = { refused: '그사이 바뀌었습니다.', current };
    storage.setItem(EARLIER, JSON.stringify([earlier(1, 'outcome', { interest: 1 }, more)]));
    const errors = [{ reason: 'refused', message: more.refused, field: [] }];
    expect(readQueue(storage, 'me')).toEqual([waiting(1, { refused: { ok: false, errors, current } })]);
  });
});
