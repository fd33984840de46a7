import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { problemOfError } from '@/app/api/v1/problem';
import { type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import type { AppError } from '@/lib/core/errors';
import { noInput } from '@/lib/core/fields';
import { post } from '@/lib/core/operation';
import { done } from '@/lib/core/result';
import { changePassword } from '@/lib/person/commands/account';
import { viewerCommand } from './command';
import { asViewer } from './database';
import { lane } from './lane';
import { requirePermits } from './limit';
import * as passwords from './password';
import { viewerQuery } from './query';
import { viewerBySignIn } from './viewer';

let program: SmallProgram;

beforeAll(async () => {
  program = await smallProgram('load');
});
afterAll(() => program.end());

describe('a transaction', () => {
  it('7.8 asks for no second connection: twenty that did would wait for each other', async () => {
    const second: (() => Promise<unknown>)[] = [
      () => asViewer('nobody', async () => undefined),
      () => viewerBySignIn('secret'),
      () => requirePermits([[{ name: 'inside', most: 1, seconds: 1 }, 'a']]),
    ];
    for (const ask of second) {
      await expect(asViewer('nobody', ask)).rejects.toThrow('a second connection inside a transaction');
      await expect(ask()).resolves.not.toThrow();
    }
  });

  it('7.9 whose statement takes too long is ended and answered as unavailable, with the wait', async () => {
    const rows = z.array(z.strictObject({ pg_sleep: z.string() }));
    const sleep = viewerQuery({
      operation: post<typeof noInput, typeof rows>('person.sleep', '/test', 'A test'),
      input: noInput,
      output: rows,
      may: () => true,
      run: (tx) => tx.$queryRaw`select pg_sleep(20)::text`,
    });
    vi.stubEnv('QUERY_SECONDS', '1');
    const error = await sleep(program.admin, {}).catch((thrown: AppError) => thrown);
    vi.stubEnv('QUERY_SECONDS', '');
    expect(error).toMatchObject({ code: 'unavailable', retryAfter: 5 });
    const response = problemOfError(error as AppError, 'en');
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await asViewer('nobody', (tx) => tx.$queryRaw`select 1 as one`)).toEqual([{ one: 1 }]);
  });
});

describe('a command that prepares', () => {
  it('7.8 does it outside any transaction, and not again for a repeat of the same key', async () => {
    const prepared = vi.fn(async () => asViewer('nobody', async () => done('hash')));
    const hashed = z.strictObject({ hash: z.string() });
    const slow = viewerCommand({
      operation: post<typeof noInput, typeof hashed>('person.slow', '/test', 'A test'),
      input: noInput,
      output: hashed,
      may: () => true,
      prepare: prepared,
      run: async (_, { record }, __, hash) => {
        record({ subject: 'person' });
        return done({ hash });
      },
    });
    const call = { idempotencyKey: 'a-slow-key' };
    expect(await slow(program.admin, {}, call)).toEqual({ ok: true, value: { hash: 'hash' } });
    expect(await slow(program.admin, {}, call)).toEqual({ ok: true, value: { hash: 'hash' } });
    expect(prepared).toHaveBeenCalledTimes(1);
  });

  it('7.8 forty changes of a password at once all end, and a reader is served among them', async () => {
    const passwordHash = await passwords.hashPassword('가을 하늘 아래 커피');
    await asViewer('machine', (tx) => tx.person.updateMany({ data: { passwordHash } }));
    const input = { current: '가을 하늘 아래 커피', password: '겨울 바다 위의 커피' };
    const changes = Promise.all(
      Array.from({ length: 40 }, () => changePassword(program.office.viewer, input)),
    );
    expect(await asViewer('nobody', (tx) => tx.$queryRaw`select 1 as one`)).toEqual([{ one: 1 }]);
    const answers = await changes;
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('7.8 a password that somebody else changed meanwhile is not overwritten', async () => {
    const { manager } = program;
    const compare = vi.spyOn(passwords, 'passwordMatches').mockImplementation(async () => {
      await asViewer('machine', (tx) =>
        tx.person.updateMany({ where: { id: manager.viewer.personId }, data: { passwordHash: 'theirs' } }),
      );
      return true;
    });
    const answer = await changePassword(manager.viewer, { current: 'any', password: '겨울 바다 위의 커피' });
    expect(answer).toMatchObject({ ok: false, refusals: [{ reason: 'wrong_current' }] });
    expect(compare).toHaveBeenCalledTimes(1);
  });
});

describe('a lane', () => {
  it('7.8 runs few at once, lets some wait, and refuses the next at once', async () => {
    let running = 0;
    let most = 0;
    const open: (() => void)[] = [];
    const work = () =>
      new Promise<void>((resolve) => {
        running += 1;
        most = Math.max(most, running);
        open.push(() => {
          running -= 1;
          resolve();
        });
      });
    const run = lane('test', { atOnce: 2, waiting: 3, retryAfter: 7 });
    const six = Array.from({ length: 6 }, () => run(work));
    const outcomes = Promise.allSettled(six);
    await expect(six[5]).rejects.toMatchObject({ code: 'too_many', retryAfter: 7 });
    while (open.length > 0 || running > 0) {
      open.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await outcomes).filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(most).toBe(2);
  });
});
