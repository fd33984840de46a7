import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { AppError } from '@/lib/core/errors';
import { acceptInvitationAction } from '@/lib/invitation/actions';
import { openLink } from '@/lib/invitation/commands/open-link';
import { signInAction, signInAgainAction } from '@/lib/person/actions';
import { asViewer } from './database';
import * as passwords from './password';

const browser = vi.hoisted(() => ({ language: 'ko' }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'accept-language': browser.language, host: 'localhost' }),
  cookies: async () => ({ get: () => undefined }),
}));

let program: SmallProgram;
let link: string;
const PASSWORD = '가을 하늘 아래 커피';
/** Each try is of another: tries of one address are counted. */
let tries = 0;
const nextAddress = () => `stranger-${++tries}@example.com`;

beforeAll(async () => {
  program = await smallProgram('waits');
  const { path } = await asViewer('machine', async (tx) => {
    const email = 'officer@example.com';
    const { id: personId } = await tx.person.findUniqueOrThrow({ where: { email }, select: { id: true } });
    const whose = { personId, purpose: 'reset' as const, programId: null, invitedBy: null };
    return openLink(tx, { ...whose, now: new Date(), lastsMs: 60_000 });
  });
  link = path.replace('/invitations/', '');
});
afterAll(() => program.end());

function sent(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const FORMS = {
  'the sign-in': async () =>
    (await signInAction({ errors: [], email: '' }, sent({ email: nextAddress(), password: PASSWORD })))
      .errors,
  'the sign-in before a page whose own ended': () =>
    signInAgainAction({ email: nextAddress(), password: PASSWORD }),
  'the new password of a link': async () =>
    (await acceptInvitationAction(link, { errors: [], email: '' }, sent({ password: PASSWORD }))).errors,
};

describe.each(Object.entries(FORMS))('7.8 too many passwords at once: %s', (_, answer) => {
  it.each([
    ['ko', '짧은 시간에 요청이 너무 많았습니다. 5초 뒤에 다시 시도하세요.'],
    ['en', 'There were too many requests in a short time. Try again in 5 seconds.'],
  ])('7.8 tells the wait in the reader’s language (%s)', async (language, message) => {
    const full = new AppError('too_many', 'the lane passwords is full', { retryAfter: 5 });
    vi.spyOn(passwords, 'passwordMatches').mockRejectedValue(full);
    vi.spyOn(passwords, 'hashPassword').mockRejectedValue(full);
    browser.language = language;
    expect(await answer()).toEqual([{ reason: 'too_many', field: [], message }]);
  });

  it('7.8 hides no other failure behind a wait', async () => {
    const broken = new AppError('internal', 'broken');
    vi.spyOn(passwords, 'passwordMatches').mockRejectedValue(broken);
    vi.spyOn(passwords, 'hashPassword').mockRejectedValue(broken);
    await expect(answer()).rejects.toBe(broken);
  });
});
