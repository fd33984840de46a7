import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram, viewerOf } from '@/e2e/support/small-program';
import type { ProgramScope } from '@/lib/core/scope';
import { endMemberships } from '@/lib/person/commands/membership';
import { listMembers } from '@/lib/person/queries/members';
import { actIn } from '@/lib/platform/acting';
import { asViewer } from '@/lib/platform/database';
import { createProgram } from '@/lib/program/commands/programs';
import { ownOutbox } from '@/scripts/test/outbox';
import { readLink } from '../queries';
import { acceptInvitation } from './accept';
import { invitePeople, invitePerson } from './invite';

const PASSWORD = '가을 하늘 아래 커피';
const { clear, mails } = ownOutbox();
let program: SmallProgram;
/** An admin in another program. */
let elsewhere: ProgramScope;
beforeAll(async () => {
  program = await smallProgram('invites-many');
  const names = { name: '둘째', nameEn: 'Second', venue: '', venueEn: '' };
  const zones = { homeZone: 'Asia/Seoul', venueZone: 'America/New_York' };
  expectDone(await createProgram(program.admin, { slug: 'invites-too', ...names, ...zones }));
  elsewhere = actIn(await viewerOf('admin@example.com'), 'invites-too');
});
afterAll(() => program.end());
beforeEach(clear);

const manager = (email: string) => ({ email, name: '새 사람', role: 'manager' as const });
const linkOf = (url: string | null | undefined) => url?.split('/invitations/')[1] ?? '';
const emails = async () => (await listMembers(program.office, {})).items.map(({ email }) => email);

describe('inviting many', () => {
  it('writes to all of them and shows each new person’s link once; the link opens the account', async () => {
    const people = [manager('one@many.example'), manager('two@many.example')];
    const { items } = expectDone(await invitePeople(program.office, { people }));
    expect(items.map(({ email, mail }) => [email, mail])).toEqual([
      ['one@many.example', 'kept'],
      ['two@many.example', 'kept'],
    ]);
    expect(await mails()).toHaveLength(2);
    const link = linkOf(items[1]?.link);
    expect((await mails()).some((mail) => mail.includes(link))).toBe(true);
    expectDone(await acceptInvitation({ link, password: PASSWORD }));
    const trail = await asViewer(program.office, (tx) =>
      tx.auditEntry.findMany({ where: { command: 'invitation.invite_many' }, select: { detail: true } }),
    );
    expect(trail.map(({ detail }) => detail)).toMatchObject([{ linkShown: true }, { linkShown: true }]);
  });

  it('is all or none, each refusal at its person and field', async () => {
    const before = await emails();
    const people = [
      manager('three@many.example'),
      manager('one@many.example'),
      {
        ...manager('four@many.example'),
        role: 'startup' as const,
        startupId: '00000000-0000-4000-8000-000000000000',
      },
    ];
    const refused = await invitePeople(program.office, { people });
    expect(refused).toMatchObject({
      ok: false,
      refusals: [
        { reason: 'already_member', field: ['people', 1, 'email'] },
        { reason: 'startup_gone', field: ['people', 2, 'startupId'] },
      ],
    });
    expect(await emails()).toEqual(before);
    expect(await mails()).toEqual([]);
    const persons = await asViewer('machine', (tx) =>
      tx.person.count({ where: { email: 'three@many.example' } }),
    );
    expect(persons).toBe(0);
  });

  it('is taken back: the people are out, and their links open nothing', async () => {
    const { items } = expectDone(
      await invitePeople(program.office, { people: [manager('five@many.example')] }),
    );
    const link = linkOf(items[0]?.link);
    expect(await readLink(link)).toMatchObject({ state: 'open' });
    const members = items.map(({ membershipId, version }) => ({ membershipId, version }));
    expectDone(await endMemberships(program.office, { members }));
    expect(await readLink(link)).toMatchObject({ state: 'ended' });
    expect(await endMemberships(program.office, { members })).toMatchObject({
      refusals: [{ reason: 'stale' }],
    });
  });

  it('T10 shows no link of a person who was there before, and ends a shown one when they are given more', async () => {
    const email = 'six@many.example';
    const { items } = expectDone(await invitePeople(program.office, { people: [manager(email)] }));
    const link = linkOf(items[0]?.link);
    const again = expectDone(await invitePeople(elsewhere, { people: [manager(email)] }));
    expect(again.items[0]?.link).toBeNull();
    expect(await readLink(link)).toMatchObject({ state: 'ended' });
    const mailed = linkOf((await mails()).at(-1)?.match(/\S+\/invitations\/\S+/)?.[0]);
    expect(await readLink(mailed)).toMatchObject({ state: 'open' });
  });

  it('T19 gives no role that the inviter could not give, and is no startup’s to do', async () => {
    const people = [{ ...manager('eight@many.example'), role: 'officer' as const }];
    await expect(invitePeople(program.office, { people })).rejects.toMatchObject({ code: 'forbidden' });
    for (const scope of [program.manager, program.startup])
      await expect(invitePeople(scope, { people: [manager('nine@many.example')] })).rejects.toMatchObject({
        code: 'forbidden',
      });
  });
});

it('an invitation tells of a missing startup together with the other fields', async () => {
  const refused = await invitePerson(program.office, { email: 'no', name: '', role: 'startup' });
  expect(refused).toMatchObject({ ok: false });
  const fields = refused.ok ? [] : refused.refusals.map(({ field }) => field?.[0]);
  expect(fields.sort()).toEqual(['email', 'name', 'startupId']);
});
