import { AppError } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import { done, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { PersonName } from '@/lib/core/shown-name';
import { startupOfRole } from '@/lib/person/commands/membership';
import { canChangeMember, canGiveRole, canInvitePeople, type MemberRole } from '@/lib/person/policy';
import { programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { queueMail } from '@/lib/platform/mail';
import { invitationOperations } from '../operations';
import { INVITATION_LASTS_MS } from '../rules';
import { invited, invitePersonInput, resendInvitationInput } from '../schema';
import { addedMail, invitationMail } from './mails';
import { openLink } from './open-link';

type Person = {
  id: string;
  name: string;
  nameEn: string;
  email: string;
  locale: Locale;
  joined: boolean;
  archived: boolean;
};

async function findPerson(tx: Tx, email: string): Promise<Person> {
  const [person] = await tx.$queryRaw<Person[]>`
    select id, name, name_en as "nameEn", email, locale, joined, archived from invitee(${email})`;
  if (!person) throw new AppError('internal', 'a person vanished');
  return person;
}

/** Two invitations at once make one person: the second finds the first's row. */
async function findOrAddPerson(
  tx: Tx,
  person: PersonName & { email: string; locale: Locale },
): Promise<Person> {
  await tx.person.createMany({ data: [person], skipDuplicates: true });
  return findPerson(tx, person.email);
}

/** The new or reopened membership's id, or null where the person is in the program already. */
async function join(
  tx: Tx,
  scope: ProgramScope,
  as: { personId: string; role: MemberRole; startupId: string | null },
): Promise<string | null> {
  const { programId } = scope;
  const { personId, role, startupId } = as;
  const added = await tx.membership.createMany({
    data: [{ programId, personId, role, startupId }],
    skipDuplicates: true,
  });
  const [member] = await tx.$queryRaw<{ id: string; role: MemberRole; endedAt: Date | null }[]>`
    select id, role, ended_at as "endedAt" from membership
    where program_id = ${programId}::uuid and person_id = ${personId}::uuid for update`;
  if (!member) throw new AppError('internal', 'a membership vanished');
  if (added.count === 1) return member.id;
  if (!member.endedAt) return null;
  if (!canChangeMember(scope, member)) throw new AppError('forbidden', 'membership');
  await tx.membership.update({
    where: { programId_id: { programId, id: member.id } },
    data: { role, startupId, endedAt: null, version: { increment: 1 } },
    select: { id: true },
  });
  return member.id;
}

/**
 * Brings a person into the program and writes to them: with a link to set a password, or, where they have one, that
 * they are in. Refusals: already_member, archived, startup_needed, startup_not_for_role, startup_gone.
 */
export const invitePerson = programCommand({
  operation: invitationOperations.invitePerson,
  whenClosed: true,
  input: invitePersonInput,
  output: invited,
  may: canInvitePeople,
  run: async (tx, { scope, viewer, now, record }, input) => {
    const { email, name, nameEn = '', role, locale = 'ko' } = input;
    if (!canGiveRole(scope, role)) throw new AppError('forbidden', `role ${role}`);
    const startup = await startupOfRole(tx, scope, role, input.startupId);
    if (!startup.ok) return startup;
    const person = await findOrAddPerson(tx, { email, name, nameEn, locale });
    if (person.archived) return refuse('archived', { field: ['email'] });
    const membershipId = await join(tx, scope, { personId: person.id, role, startupId: startup.value });
    if (!membershipId) return refuse('already_member', { field: ['email'] });
    const about = { reader: person, program: scope.program, role, by: viewer };
    const link = person.joined ? null : await openInvitation(tx, scope, person.id, now);
    const mail = await queueMail(tx, link ? invitationMail(about, link) : addedMail(about));
    record({
      subject: 'membership',
      subjectId: membershipId,
      startupId: startup.value,
      detail: { personId: person.id, role },
    });
    return done({ membershipId, personId: person.id, mail });
  },
});

/** Sends a new link to somebody who has not set a password; earlier links stop working. Refusals: joined, ended. */
export const resendInvitation = programCommand({
  operation: invitationOperations.resendInvitation,
  whenClosed: true,
  input: resendInvitationInput,
  output: invited,
  may: canInvitePeople,
  run: async (tx, { scope, viewer, now, record }, { membershipId }) => {
    const member = await tx.membership.findUnique({
      where: { programId_id: { programId: scope.programId, id: membershipId } },
      select: { role: true, startupId: true, endedAt: true, person: { select: { email: true } } },
    });
    if (!member) throw new AppError('not_found', 'membership');
    if (!canChangeMember(scope, member)) throw new AppError('forbidden', 'membership');
    if (member.endedAt) return refuse('ended');
    const person = await findPerson(tx, member.person.email);
    if (person.joined) return refuse('joined');
    if (person.archived) return refuse('archived');
    const link = await openInvitation(tx, scope, person.id, now);
    const about = { reader: person, program: scope.program, role: member.role, by: viewer };
    const mail = await queueMail(tx, invitationMail(about, link));
    record({
      subject: 'membership',
      subjectId: membershipId,
      startupId: member.startupId,
      detail: { personId: person.id },
    });
    return done({ membershipId, personId: person.id, mail });
  },
});

function openInvitation(tx: Tx, scope: ProgramScope, personId: string, now: Date) {
  const { programId, viewer } = scope;
  const whose = { personId, purpose: 'join' as const, programId, invitedBy: viewer.personId };
  return openLink(tx, { ...whose, now, lastsMs: INVITATION_LASTS_MS });
}
