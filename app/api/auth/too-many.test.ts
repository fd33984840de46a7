import { describe, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/core/errors';
import { openLink } from '@/lib/invitation/commands/open-link';
import { asViewer } from '@/lib/platform/database';
import * as passwords from '@/lib/platform/password';
import {
  comeFromElsewhere,
  EMAIL,
  PASSWORD,
  programBehindNextAuth,
  secretOf,
  send,
} from '@/scripts/test/auth-requests';

programBehindNextAuth('too-many');

describe('7.8 too many passwords at once', () => {
  async function linkOf(email: string): Promise<string> {
    const { path } = await asViewer('machine', async (tx) => {
      const { id: personId } = await tx.person.findUniqueOrThrow({ where: { email }, select: { id: true } });
      const whose = { personId, purpose: 'reset' as const, programId: null, invitedBy: null };
      return openLink(tx, { ...whose, now: new Date(), lastsMs: 60_000 });
    });
    return path.replace('/invitations/', '');
  }
  const refuse = (error: AppError) => {
    vi.spyOn(passwords, 'passwordMatches').mockRejectedValueOnce(error);
    vi.spyOn(passwords, 'hashPassword').mockRejectedValueOnce(error);
  };

  it.each([
    ['ko', '짧은 시간에 요청이 너무 많았습니다. 5초 뒤에 다시 시도하세요.'],
    ['en', 'There were too many requests in a short time. Try again in 5 seconds.'],
  ])('7.8 tells the wait in the reader’s language (%s)', async (language, detail) => {
    const link = await linkOf('garam@example.com');
    for (const [path, form] of [
      ['callback/password', { email: 'garam@example.com', password: PASSWORD }],
      ['callback/invitation', { link, password: PASSWORD }],
    ] as const) {
      refuse(new AppError('too_many', 'the lane passwords is full', { retryAfter: 5 }));
      const response = await send(path, form, { headers: { 'accept-language': language } });
      expect([response.status, await response.json()]).toMatchObject([429, { detail }]);
    }
  });

  it('7.8 hides no other failure behind a wait', async () => {
    refuse(new AppError('internal', 'broken'));
    const response = await send('callback/password', { email: EMAIL, password: PASSWORD });
    expect([response.status, secretOf(response)]).toEqual([500, undefined]);
  });
});

it('7.10 inputs that are refused are counted by their source, at all doors together', async () => {
  const refused = async () =>
    (await send('callback/password', { email: 'nobody', password: PASSWORD })).status;
  for (let at = 0; at < 100; at++) expect(await refused()).toBe(422);
  expect(await refused()).toBe(429);
  comeFromElsewhere();
  expect(await refused()).toBe(422);
});
