import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { asViewer } from '@/lib/platform/database';
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
    const address = await inviteAdmin('Root@Example.com', { name: '한지오', nameEn: 'Jio Han' });
    const link = /\/invitations\/(\S+)/.exec(address)?.[1] ?? '';
    const signedIn = expectDone(
      await acceptInvitation({ link, password: '가을 하늘 아래 커피', locale: 'en' }),
    );
    expect(await viewerBySignIn(signedIn.secret)).toMatchObject({
      email: 'root@example.com',
      name: '한지오',
      nameEn: 'Jio Han',
      isAdmin: true,
      locale: 'en',
    });
  });

  it('7.40 keeps the Latin name it has when made an admin again without one', async () => {
    const nameOf = () =>
      asViewer('machine', (tx) =>
        tx.person.findUnique({ where: { email: 'again@example.com' }, select: { nameEn: true } }),
      );
    await inviteAdmin('again@example.com', { name: '서다온', nameEn: 'Daon Seo' });
    await inviteAdmin('again@example.com');
    expect(await nameOf()).toEqual({ nameEn: 'Daon Seo' });
    await inviteAdmin('again@example.com', { nameEn: 'Da-on Seo' });
    expect(await nameOf()).toEqual({ nameEn: 'Da-on Seo' });
  });
});
