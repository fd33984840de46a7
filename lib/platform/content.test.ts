import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { keepContent, openContent, sweepContents } from './content';
import { env } from './env';

const programId = crypto.randomUUID();
const folder = () => path.join(env.DATA_DIR, 'files', programId);
const old = new Date(Date.now() - 25 * 60 * 60 * 1000);

it('sweeps what no row speaks of after a day, and nothing that is known or young', async () => {
  const keep = (words: string) => keepContent(programId, Buffer.from(words));
  const [known, left, young] = [await keep('known'), await keep('left'), await keep('young')];
  const part = path.join(folder(), 'half.part');
  await mkdir(folder(), { recursive: true });
  await writeFile(part, 'half');
  for (const file of [known, left, 'half.part']) await utimes(path.join(folder(), file), old, old);
  const asked: string[] = [];
  await sweepContents(async (ids) => {
    asked.push(...ids);
    return ids.filter((id) => id === left);
  });
  expect(asked).not.toContain(young);
  expect((await readdir(folder())).sort()).toEqual([known, young].sort());
  const content = await openContent(programId, known);
  expect(await new Response(content?.body).text()).toBe('known');
  expect(await openContent(programId, left)).toBeNull();
});
