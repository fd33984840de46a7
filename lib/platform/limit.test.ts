import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemOfError } from '@/app/api/v1/problem';
import { type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { AppError } from '@/lib/core/errors';
import { noInput } from '@/lib/core/fields';
import { post } from '@/lib/core/operation';
import { refuse } from '@/lib/core/result';
import { nothingShape } from '@/lib/core/shapes';
import { withClient } from '@/scripts/database/connection';
import { viewerCommand } from './command';
import { asViewer } from './database';
import { explainWait } from './explain';
import { ALL, type Limit, requirePermits, returnPermits, type Use } from './limit';
import { viewerQuery } from './query';

const NOW = new Date('2026-11-23T09:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

let program: SmallProgram;

beforeAll(async () => {
  program = await smallProgram('limits');
});
afterAll(() => program.end());

/** Seconds to wait; 0 when the permit was given. */
async function waitOf(uses: readonly Use[], at: Date): Promise<number> {
  try {
    await requirePermits(uses, at);
    return 0;
  } catch (error) {
    return (error as AppError).retryAfter ?? Number.NaN;
  }
}

const limit = (name: string, most: number, seconds: number): Limit => ({ name, most, seconds });

describe('a limit', () => {
  it('7.8 gives what it names at once, then one each share of its time, and says how long to wait', async () => {
    const uses: Use[] = [[limit('thrice', 3, 60), 'a']];
    expect([await waitOf(uses, NOW), await waitOf(uses, NOW), await waitOf(uses, NOW)]).toEqual([0, 0, 0]);
    expect(await waitOf(uses, NOW)).toBe(20);
    expect(await waitOf(uses, later(5))).toBe(15);
    expect(await waitOf(uses, later(20))).toBe(0);
    expect(await waitOf(uses, later(20))).toBe(20);
    expect(await waitOf(uses, later(200))).toBe(0);
  });

  it('7.8 counts each key and each limit apart, and takes nothing of all for whoever is over their own', async () => {
    const own = limit('own', 1, 100);
    const shared = limit('shared', 3, 300);
    expect(
      await waitOf(
        [
          [own, 'a'],
          [shared, ALL],
        ],
        NOW,
      ),
    ).toBe(0);
    for (const _ of [1, 2, 3, 4])
      expect(
        await waitOf(
          [
            [own, 'a'],
            [shared, ALL],
          ],
          NOW,
        ),
      ).toBe(100);
    expect(
      await waitOf(
        [
          [own, 'b'],
          [shared, ALL],
        ],
        NOW,
      ),
    ).toBe(0);
    expect(
      await waitOf(
        [
          [own, 'c'],
          [shared, ALL],
        ],
        NOW,
      ),
    ).toBe(0);
    expect(
      await waitOf(
        [
          [own, 'd'],
          [shared, ALL],
        ],
        NOW,
      ),
    ).toBe(100);
  });

  it('7.8 gives exactly what it names to many who ask at once', async () => {
    const uses: Use[] = [[limit('rush', 7, 3600), 'a']];
    const waits = await Promise.all(Array.from({ length: 40 }, () => waitOf(uses, NOW)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(7);
  });

  it('7.8 takes back what turned out not to count', async () => {
    const uses: Use[] = [[limit('back', 1, 60), 'a']];
    expect(await waitOf(uses, NOW)).toBe(0);
    await returnPermits(uses, NOW);
    expect([await waitOf(uses, NOW), await waitOf(uses, NOW)]).toEqual([0, 60]);
  });

  it('7.8 counts a command that was refused and rolled back', async () => {
    const refused = viewerCommand({
      operation: post<typeof noInput, typeof nothingShape>('person.try', '/test', 'A test'),
      input: noInput,
      output: nothingShape,
      may: () => true,
      limits: { perPerson: limit('try', 2, 60) },
      run: async () => refuse('no'),
    });
    const run = () => refused(program.admin, {}, { now: NOW });
    expect([(await run()).ok, (await run()).ok]).toEqual([false, false]);
    await expect(run()).rejects.toMatchObject({ code: 'too_many', retryAfter: 30 });
  });

  it('7.8 takes nothing from what all share for whoever may not ask, or asks in a wrong shape', async () => {
    const forAll = limit('once for all', 1, 60);
    const word = z.strictObject({ word: z.string() });
    const asked = (may: boolean) =>
      viewerQuery({
        operation: post<typeof word, typeof word>('person.ask', '/test', 'A test'),
        input: word,
        output: word,
        may: () => may,
        limits: { forAll },
        run: async (_tx, _viewer, asked) => asked,
      });
    await expect(asked(false)(program.admin, { word: 'a' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(asked(true)(program.admin, {} as { word: string })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await asked(true)(program.admin, { word: 'a' })).toEqual({ word: 'a' });
    await expect(asked(true)(program.admin, { word: 'a' })).rejects.toMatchObject({ code: 'too_many' });
  });

  it('7.8 keeps no address in the clear', async () => {
    const spray = limit('spray', 1, 10);
    await waitOf([[spray, 'first@example.com']], NOW);
    const rows = await withClient(
      program.ownerUrl,
      async (client) =>
        (
          await client.query<{ key: string }>('select key_hash as key from limit_use where free_at >= $1', [
            later(-9),
          ])
        ).rows,
    );
    expect(rows.some(({ key }) => key.includes('@'))).toBe(false);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('7.8 is read, reset and forged by nobody: the application may only take from it', async () => {
    const reads = asViewer(program.admin, (tx) => tx.limitUse.findMany());
    await expect(reads).rejects.toThrow(/denied|permission/i);
    const resets = asViewer(program.admin, (tx) => tx.limitUse.deleteMany());
    await expect(resets).rejects.toThrow(/denied|permission/i);
  });
});

describe('a refusal by a limit', () => {
  const error = new AppError('too_many', 'sign-in', { retryAfter: 95 });

  it('7.8 is answered 429 with Retry-After and the wait in words', async () => {
    const response = problemOfError(error, 'en');
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('95');
    expect(await response.json()).toMatchObject({
      code: 'too_many',
      detail: 'There were too many requests in a short time. Try again in 2 minutes.',
    });
  });

  it('7.8 is told in a form in the language of its reader', () => {
    expect(explainWait(error, 'ko')?.message).toBe(
      '짧은 시간에 요청이 너무 많았습니다. 2분 뒤에 다시 시도하세요.',
    );
    expect(explainWait(new AppError('forbidden'), 'ko')).toBeNull();
  });
});
