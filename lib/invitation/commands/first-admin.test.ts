import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { viewerBySignIn } from '@/lib/platform/viewer';
import { acceptInvitation } from './accept';
import { inviteAdmin } from './invite-admin';

let program: SmallProgram;
beforeAll(async () => {
  program = await smallProgram('first-admin');
});
afterAll(() => program.end());

describe('the first admin', () => {
  it('is made by the owner of the machine, with a link that sets the password', async () => {
    const address = await inviteAdmin('Root@Example.com', '한지오');
    const link = /\/invitations\/(\S+)/.exec(address)?.[1] ?? '';
    const signedIn = expectDone(
      await acceptInvitation({ link, password: '가을 하늘 아래 커피', locale: 'en' }),
    );
    expect(await viewerBySignIn(signedIn.secret)).toMatchObject({
      email: 'root@example.com',
      name: '한지오',
      isAdmin: true,
      locale: 'en',
    });
  });
});
