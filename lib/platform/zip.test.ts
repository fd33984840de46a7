import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { unzip } from '@/scripts/test/unzip';
import { zipOf } from './zip';

async function* said(...texts: string[]) {
  yield* texts;
}

it('holds its parts in their order, each as it was written', async () => {
  const file = await buffer(
    zipOf([
      { name: 'a.txt', chunks: () => said('메디', '픽셀') },
      { name: 'b.txt', chunks: () => said() },
    ]),
  );
  expect([...unzip(file)]).toEqual([
    ['a.txt', '메디픽셀'],
    ['b.txt', ''],
  ]);
});

it('throws what a part throws, to whoever reads it', async () => {
  async function* broken() {
    yield 'x'.repeat(200_000);
    throw new Error('no rows any more');
  }
  const parts = [
    { name: 'a.txt', chunks: () => said('a') },
    { name: 'b.txt', chunks: broken },
    { name: 'c.txt', chunks: () => said('c') },
  ];
  await expect(buffer(zipOf(parts))).rejects.toThrow('no rows any more');
});
