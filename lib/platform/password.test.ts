import { hash } from '@node-rs/argon2';
import { expect, it, vi } from 'vitest';
import { hashPassword, passwordMatches } from './password';

/** Hashing stands still until it is let go, so that a lane is filled without a processor's work. */
const work = vi.hoisted(() => ({ go: () => {}, gate: Promise.resolve() }));
vi.mock('@node-rs/argon2', () => ({
  hash: vi.fn(async (password: string) => {
    await work.gate;
    return `hash of ${password}`;
  }),
  verify: vi.fn(async (stored: string, password: string) => stored === `hash of ${password}`),
}));

it('7.8 a lane that was full at the first sign-in refuses that one alone', async () => {
  work.gate = new Promise<void>((resolve) => {
    work.go = resolve;
  });
  const waiting = Array.from({ length: 110 }, (_, at) => hashPassword(`${at}`).catch(() => null));
  await expect(passwordMatches('커피', null)).rejects.toMatchObject({ code: 'too_many' });
  work.go();
  await Promise.all(waiting);

  vi.mocked(hash).mockClear();
  expect(await passwordMatches('커피', 'hash of 커피')).toBe(true);
  expect(await passwordMatches('커피', null)).toBe(false);
  // Once made, what there is to compare with stays.
  expect(hash).toHaveBeenCalledOnce();
});
