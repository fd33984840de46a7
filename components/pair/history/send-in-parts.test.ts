import { describe, expect, it, vi } from 'vitest';
import type { Answer } from '@/components/form/call';
import { sendInParts } from './send-in-parts';

type Sent = (rows: readonly number[]) => Promise<Answer<number>>;
const rows = Array.from({ length: 1_201 }, (_, index) => index);
const refused = (...places: number[]): Answer<number> => ({
  ok: false,
  errors: places.map((place) => ({ reason: 'stale', field: ['edits', String(place)], message: '' })),
});
const sentTo = (send: Sent) => sendInParts(rows, { list: 'edits', send });

describe('many rows', () => {
  it('go 500 at a time, all of them and in order, and say how far they are', async () => {
    const send = vi.fn<Sent>(async (part) => ({ ok: true, value: part.length }));
    const onProgress = vi.fn();
    const { values, went } = await sendInParts(rows, { list: 'edits', send, onProgress });
    expect(values).toEqual([500, 500, 201]);
    expect(went).toEqual(rows);
    expect(onProgress.mock.calls).toEqual([[500], [1_000], [1_201]]);
    expect(await sendInParts([], { list: 'edits', send })).toMatchObject({ values: [], left: [] });
  });

  it('leave out those that the server points at, and the others of their part go', async () => {
    const send = vi.fn<Sent>(async (part) =>
      part[0] === 500 && part.length === 500 ? refused(1, 3) : { ok: true, value: part.length },
    );
    const { values, left, went } = await sentTo(send);
    expect(values).toEqual([500, 498, 201]);
    expect(left).toEqual([501, 503]);
    expect(went).toHaveLength(1_199);
  });

  it('of a part that is refused as a whole do not go, and the next part does', async () => {
    const answers: Answer<number>[] = [
      { ok: false, errors: [], failed: 'forbidden' },
      { ok: true, value: 500 },
      { ok: true, value: 201 },
    ];
    const { values, failure } = await sentTo(async () => answers.shift() as Answer<number>);
    expect(values).toEqual([500, 201]);
    expect(failure).toMatchObject({ failed: 'forbidden' });
  });

  it('stop where the server is not reached', async () => {
    const send = vi.fn<Sent>(async () => ({ ok: false, errors: [], failed: 'unreachable' }));
    expect(await sentTo(send)).toMatchObject({ went: [], left: [], failure: { failed: 'unreachable' } });
    expect(send).toHaveBeenCalledTimes(1);
  });
});
