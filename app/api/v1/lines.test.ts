import { describe, expect, it } from 'vitest';
import { acceptsLines, inLines } from './lines';

const progress = (done: number) => ({ step: 'write', done, of: 3 });

describe('a long change', () => {
  it('tells how far it is, line by line, and ends with its answer and status', async () => {
    let goOn = () => {};
    const waits = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const response = await inLines(async ({ tell }) => {
      tell(progress(1));
      await waits;
      tell(progress(2));
      return Response.json({ id: 'a' }, { status: 201 });
    });
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const decoder = new TextDecoder();
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    // The first line is there while the change still runs.
    expect(JSON.parse(decoder.decode((await reader.read()).value))).toEqual({ progress: progress(1) });
    goOn();
    let rest = '';
    for (let part = await reader.read(); !part.done; part = await reader.read())
      rest += decoder.decode(part.value);
    expect(
      rest
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([{ progress: progress(2) }, { status: 201, body: { id: 'a' } }]);
  });

  it('that is over before it told anything is answered as ever, its status too', async () => {
    const response = await inLines(async () => Response.json({ code: 'invalid' }, { status: 422 }));
    expect([response.status, await response.json()]).toEqual([422, { code: 'invalid' }]);
  });

  it('goes on to its end when its reader goes away', async () => {
    let isDone = false;
    const response = await inLines(async ({ tell }) => {
      tell(progress(1));
      await new Promise((resolve) => setTimeout(resolve, 1));
      tell(progress(2));
      isDone = true;
      return Response.json({});
    });
    await response.body?.cancel();
    await expect.poll(() => isDone).toBe(true);
  });

  it('learns that nobody waits any more, from its stream and from its request', async () => {
    const [leave, heard] = [new AbortController(), [] as boolean[]];
    const response = await inLines(async ({ tell, isHeard }) => {
      tell(progress(1));
      heard.push(isHeard());
      await new Promise((resolve) => setTimeout(resolve, 1));
      heard.push(isHeard());
      return Response.json({});
    });
    await response.body?.cancel();
    await expect.poll(() => heard).toEqual([true, false]);
    await inLines(async ({ isHeard }) => {
      leave.abort();
      heard.push(isHeard());
      return Response.json({});
    }, leave.signal);
    expect(heard).toEqual([true, false, false]);
  });

  it('is told of to whoever asks for lines alone', () => {
    const asked = (accept: string) => acceptsLines(new Request('http://x/', { headers: { accept } }));
    expect([asked('application/x-ndjson, application/json'), asked('application/json')]).toEqual([
      true,
      false,
    ]);
  });
});
