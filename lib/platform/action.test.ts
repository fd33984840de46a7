import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { AppError } from '@/lib/core/errors';
import { acceptInvitationAction, requestPasswordAction } from '@/lib/invitation/actions';
import { openLink } from '@/lib/invitation/commands/open-link';
import { signInAction, signInAgainAction } from '@/lib/person/actions';
import { asViewer } from './database';
import * as passwords from './password';

const browser = vi.hoisted(() => ({ language: 'ko', source: '198.51.100.1' }));
vi.mock('next/headers', () => ({
  headers: async () =>
    new Headers({
      'accept-language': browser.language,
      host: 'localhost',
      'x-roundtable-source': browser.source,
    }),
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

const SIGN_IN = { errors: [], email: '' };
const ASK = { sent: false, errors: [], email: '' };
const ECHOES = {
  'the sign-in': (email: string) => signInAction(SIGN_IN, sent({ email, password: PASSWORD })),
  'a new password': (email: string) => requestPasswordAction(ASK, sent({ email })),
};

describe.each(Object.entries(ECHOES))('7.10 the answer to a form: %s', (_, answer) => {
  it.each(['<', '"', '가', '&'])('7.10 is short where the address is 900,000 times %s', async (sign) => {
    const state = await answer(sign.repeat(900_000));
    expect(state.errors).toMatchObject([{ reason: 'too_long', field: ['email'] }]);
    expect(JSON.stringify(state).length).toBeLessThan(300);
  });

  it('7.10 keeps what may have been a slip', async () => {
    const typed = 'officer@example,com';
    expect(await answer(typed)).toMatchObject({ email: typed, errors: [{ reason: 'not_an_email' }] });
  });
});

it('7.10 inputs that are refused are counted by their source, at all doors together', async () => {
  browser.source = '198.51.100.2';
  browser.language = 'en';
  const reasonOf = async (answer: Promise<{ errors: { reason: string }[] }>) =>
    (await answer).errors[0]?.reason;
  const refused = () => signInAction(SIGN_IN, sent({ email: 'nobody', password: PASSWORD }));
  for (let at = 0; at < 100; at++) expect(await reasonOf(refused())).toBe('not_an_email');
  expect(await reasonOf(refused())).toBe('too_many');
  expect(await reasonOf(requestPasswordAction(ASK, sent({ email: 'nobody' })))).toBe('too_many');
  browser.source = '198.51.100.3';
  expect(await reasonOf(refused())).toBe('not_an_email');
});
