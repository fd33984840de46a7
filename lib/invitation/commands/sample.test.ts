import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { expectDone, type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { openSample } from '@/lib/person/commands/open-sample';
import { signIn } from '@/lib/person/commands/sign-in';
import { SAMPLE_PASSWORD } from '@/lib/person/rules/sample-people';
import { asViewer } from '@/lib/platform/database';
import { admitsSample } from '@/lib/platform/local-request';
import { hashPassword } from '@/lib/platform/password';
import { viewerByApiToken, viewerBySignIn } from '@/lib/platform/viewer';
import { issueToken } from '@/lib/token/commands';
import { andAfter } from '@/scripts/test/after-answer';
import { ownOutbox } from '@/scripts/test/outbox';
import { readLink } from '../queries';
import { acceptInvitation } from './accept';
import { inviteAdmin } from './invite-admin';
import { requestPassword } from './request-link';

const EMAIL = 'admin@sample.example';
const HERE = { admitsSample: true };

const { mails } = ownOutbox();
let program: SmallProgram;
beforeAll(async () => {
  program = await smallProgram('sample-doors');
  const passwordHash = await hashPassword(SAMPLE_PASSWORD);
  await asViewer('machine', (tx) =>
    tx.person.create({ data: { email: EMAIL, name: '한지오 (예시)', isAdmin: true, passwordHash } }),
  );
});
afterAll(() => program.end());

const reasonsOf = (result: { ok: true } | { ok: false; refusals: readonly { reason: string }[] }) =>
  result.ok ? 'ok' : result.refusals.map(({ reason }) => reason);

describe('7.1 the people of the sample, for a request that does not admit them,', () => {
  it('do not sign in with the published password, and a wrong one is told in the same words', async () => {
    const refused = await signIn({ email: EMAIL, password: SAMPLE_PASSWORD });
    expect(refused).toEqual(await signIn({ email: EMAIL, password: 'not the password' }));
    expect(reasonsOf(refused)).toEqual(['wrong_password']);
    expect(reasonsOf(await signIn({ email: EMAIL, password: SAMPLE_PASSWORD }, HERE))).toBe('ok');
  });

  it('do not sign in by one click', async () => {
    expect(reasonsOf(await openSample({ email: EMAIL }))).toEqual(['sample_closed']);
    expect(reasonsOf(await openSample({ email: EMAIL }, HERE))).toBe('ok');
    expect(reasonsOf(await openSample({ email: 'officer@example.com' }, HERE))).toEqual(['sample_closed']);
  });

  it('have no cookie and no token that lives, though both were made on this machine', async () => {
    const { secret } = expectDone(await openSample({ email: EMAIL }, HERE));
    const token = await issueToken(EMAIL, { name: 'script' });
    expect(await viewerBySignIn(secret, HERE)).toMatchObject({ email: EMAIL, isAdmin: true });
    expect(await viewerByApiToken(token, HERE)).toMatchObject({ email: EMAIL });
    expect([await viewerBySignIn(secret), await viewerByApiToken(token)]).toEqual([null, null]);
  });

  it('are sent no link for a new password', async () => {
    expectDone(await andAfter((after) => requestPassword({ email: EMAIL }, after)));
    expect(await mails()).toEqual([]);
    expectDone(await andAfter((after) => requestPassword({ email: EMAIL }, { ...HERE, ...after })));
    expect(await mails()).toHaveLength(1);
  });

  it('take up no link, and read none', async () => {
    const link = (await inviteAdmin(EMAIL)).replace('/invitations/', '');
    expect(await readLink(link)).toBeNull();
    expect(reasonsOf(await acceptInvitation({ link, password: 'quite another one' }))).toEqual([
      'link_unknown',
    ]);
    expect(await readLink(link, HERE)).toMatchObject({ state: 'open' });
    expect(reasonsOf(await acceptInvitation({ link, password: SAMPLE_PASSWORD }, HERE))).toBe('ok');
  });
});

describe('7.1 a request admits them', () => {
  const mark = 'm'.repeat(64);
  const sent = (value?: string) => new Headers(value === undefined ? {} : { 'x-roundtable-local': value });

  it('by the mark of this start alone, and only where the sample is served', () => {
    vi.stubEnv('SAMPLE', '1');
    vi.stubEnv('LOCAL_MARK', mark);
    expect(admitsSample(sent(mark))).toBe(true);
    for (const other of [undefined, '', '1', 'true', mark.slice(1), `${mark}, ${mark}`]) {
      expect([other, admitsSample(sent(other))]).toEqual([other, false]);
    }
    vi.stubEnv('SAMPLE', '');
    expect(admitsSample(sent(mark))).toBe(false);
  });

  it('never, where nothing marks requests', () => {
    vi.stubEnv('SAMPLE', '1');
    vi.stubEnv('LOCAL_MARK', '');
    for (const value of [undefined, '', mark]) expect(admitsSample(sent(value))).toBe(false);
  });
});
