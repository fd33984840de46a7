import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { post } from '@/lib/core/operation';
import { done } from '@/lib/core/result';
import { viewerCommand } from './command';
import type { Tx } from './database';
import { strangerCommand } from './stranger';

/* What PostgreSQL says to the one it takes back, said by PostgreSQL itself. */

let program: SmallProgram;
beforeAll(async () => {
  program = await smallProgram('contention');
});
afterAll(() => program.end());

const input = z.strictObject({});
const output = z.int();

/** Work that is taken back `times` times; what it answers is how often it was begun. */
function takenBack(code: string, times: number) {
  let begun = 0;
  return async (tx: Tx): Promise<number> => {
    begun += 1;
    if (begun <= times)
      await tx.$executeRawUnsafe(
        `do $$ begin raise exception 'taken back' using errcode = '${code}'; end $$`,
      );
    return begun;
  };
}

type Work = (tx: Tx) => Promise<number>;
const COMMANDS: Record<string, (work: Work) => Promise<unknown>> = {
  'somebody signed in': (work) =>
    viewerCommand({
      operation: post<typeof input, typeof output>('person.contended', '/test', 'A test'),
      ...{ input, output, may: () => true },
      run: async (tx, { record }) => {
        record({ subject: 'person' });
        return done(await work(tx));
      },
    })(program.admin, {}),
  'a stranger': (work) =>
    strangerCommand({
      ...{ name: 'person.contended', input, as: 'nobody' as const },
      run: async (context) => done(await context.open(work)),
    })({}),
};

describe.each(Object.entries(COMMANDS))('7.22 a change by %s', (_, change) => {
  it.each(['40P01', '40001'])('7.22 that ran into another (%s) is made again', async (code) => {
    expect(await change(takenBack(code, 2))).toEqual({ ok: true, value: 3 });
  });

  it('7.22 is not made again for ever, nor for any other failure', async () => {
    const always = takenBack('40P01', 100);
    await expect(change(always)).rejects.toThrow('taken back');
    const other = takenBack('23514', 1);
    await expect(change(other)).rejects.toThrow();
    expect(await change(other)).toEqual({ ok: true, value: 2 });
  });
});
