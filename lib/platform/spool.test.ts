import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it, vi } from 'vitest';
import { env } from './env';
import { spool } from './spool';

const names = () => readdir(path.join(env.DATA_DIR, 'outgoing'));

async function* chunks() {
  yield '메디';
  yield new TextEncoder().encode('픽셀');
}

it('gives what was written, and has no name on the disk meanwhile', async () => {
  const file = await spool(chunks());
  expect(file.size).toBe(12);
  expect(await names()).toEqual([]);
  expect(await text(file.read())).toBe('메디픽셀');
});

it('is closed where nobody comes for it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const [kept, left] = [await spool(chunks()), await spool(chunks())];
    const reading = kept.read();
    vi.advanceTimersByTime(60_000);
    expect(await text(reading)).toBe('메디픽셀');
    await expect(async () => text(left.read())).rejects.toThrow();
  } finally {
    vi.useRealTimers();
  }
});

it('throws what the maker throws, and leaves nothing behind', async () => {
  async function* broken() {
    yield 'x'.repeat(100_000);
    throw new Error('no rows any more');
  }
  await expect(spool(broken())).rejects.toThrow('no rows any more');
  expect(await names()).toEqual([]);
});
