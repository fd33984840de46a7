import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, secretBy, smallProgram, viewerOf } from '@/e2e/support/small-program';
import { invitePerson, resendInvitation } from '@/lib/invitation/commands/invite';
import { countPeople } from './counts';
import { listMembers } from './members';
import { listPeople } from './people';

let program: SmallProgram;
beforeAll(async () => {
  program = await smallProgram('joined');
});
afterAll(() => program.end());

async function seen(email: string) {
  const member = (await listMembers(program.office, {})).items.find((item) => item.email === email);
  const person = (await listPeople(program.admin, { q: email })).items[0];
  const { notJoined } = await countPeople(program.admin, {});
  const again = await resendInvitation(program.office, { membershipId: member?.membershipId });
  return {
    state: member?.state,
    invited: member?.invited !== null,
    joined: person?.joined,
    notJoined,
    resend: again.ok || again.refusals[0]?.reason,
  };
}

describe('an invited person', () => {
  it.each(['email', 'oidc', 'passkey', 'link'] as const)(
    'has joined once they signed in by %s, with a password or without',
    async (method) => {
      const email = `by-${method}@example.com`;
      expectDone(await invitePerson(program.office, { email, name: '새 사람', role: 'manager' }));
      const before = await seen(email);
      expect(before).toMatchObject({ state: 'invited', invited: true, joined: false, resend: true });
      // As the command line or the sample acts in somebody's name: they were not here themselves.
      await viewerOf(email);
      expect(await seen(email)).toEqual(before);
      await secretBy(email, method);
      expect(await seen(email)).toEqual({
        ...{ state: 'active', invited: false, joined: true, resend: 'joined' },
        notJoined: before.notJoined - 1,
      });
    },
  );
});
