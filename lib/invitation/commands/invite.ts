import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import { done, type Refusal, type Result, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { PersonName } from '@/lib/core/shown-name';
import { startupOfRole } from '@/lib/person/commands/membership';
import { canChangeMember, canGiveRole, canInvitePeople, type MemberRole } from '@/lib/person/policy';
import { type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { addressOf, queueMail } from '@/lib/platform/mail';
import { invitationOperations } from '../operations';
import { INVITATION_LASTS_MS } from '../rules';
import {
  type InvitedPeople,
  invited,
  invitedPeople,
  invitePeopleInput,
  invitePersonInput,
  resendInvitationInput,
} from '../schema';
import { addedMail, invitationMail } from './mails';
import { type OpenedLink, openLink } from './open-link';

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
  wanted: PersonName & { email: string; locale: Locale },
): Promise<{ person: Person; isNew: boolean }> {
  const { count } = await tx.person.createMany({ data: [wanted], skipDuplicates: true });
  return { person: await findPerson(tx, wanted.email), isNew: count === 1 };
}

type Joined = { id: string; version: number };

/** The new or reopened membership, or null where the person is in the program already. */
async function join(
  tx: Tx,
  scope: ProgramScope,
  as: { personId: string; role: MemberRole; startupId: string | null },
): Promise<Joined | null> {
  const { programId } = scope;
  const { personId, role, startupId } = as;
  const added = await tx.membership.createMany({
    data: [{ programId, personId, role, startupId }],
    skipDuplicates: true,
  });
  const [member] = await tx.$queryRaw<(Joined & { role: MemberRole; endedAt: Date | null })[]>`
    select id, version, role, ended_at as "endedAt" from membership
    where program_id = ${programId}::uuid and person_id = ${personId}::uuid for update`;
  if (!member) throw new AppError('internal', 'a membership vanished');
  if (added.count === 1) return member;
  if (!member.endedAt) return null;
  if (!canChangeMember(scope, member)) throw new AppError('forbidden', 'membership');
  await tx.membership.update({
    where: { programId_id: { programId, id: member.id } },
    data: { role, startupId, endedAt: null, version: { increment: 1 } },
    select: { id: true },
  });
  return { id: member.id, version: member.version + 1 };
}

type Wanted = z.output<typeof invitePersonInput>;
type Brought = { member: Joined; personId: string; mail: 'queued' | 'kept'; link: OpenedLink | null };

/** Brings one person in, and queues the mail to them. `shows` answers the link, where the person is new with it. */
async function bringIn(
  tx: Tx,
  { scope, viewer, now, record }: Context<ProgramScope>,
  { email, name, nameEn = '', role, startupId, locale = 'ko' }: Wanted,
  shows: boolean,
): Promise<Result<Brought>> {
  if (!canGiveRole(scope, role)) throw new AppError('forbidden', `role ${role}`);
  const startup = await startupOfRole(tx, scope, role, startupId);
  if (!startup.ok) return startup;
  const { person, isNew } = await findOrAddPerson(tx, { email, name, nameEn, locale });
  if (person.archived) return refuse('archived', { field: ['email'] });
  const member = await join(tx, scope, { personId: person.id, role, startupId: startup.value });
  if (!member) return refuse('already_member', { field: ['email'] });
  const about = { reader: person, program: scope.program, role, by: viewer };
  const shown = shows && isNew;
  const link = person.joined ? null : await openInvitation(tx, scope, person.id, now, shown);
  const mail = await queueMail(tx, link ? invitationMail(about, link) : addedMail(about));
  record({
    subject: 'membership',
    subjectId: member.id,
    startupId: startup.value,
    detail: { personId: person.id, role, ...(shown && { linkShown: true }) },
  });
  return done({ member, personId: person.id, mail, link: shown ? link : null });
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
  run: async (tx, context, input) => {
    const brought = await bringIn(tx, context, input, false);
    if (!brought.ok) return brought;
    const { member, personId, mail } = brought.value;
    return done({ membershipId: member.id, personId, mail });
  },
});

/**
 * Brings many people in, all or none, with the refusals of `invitePerson` at each of them. The link of a person whom this
 * made is answered once, so that it can be handed over by other ways than mail; that it was shown stands in the trail.
 */
export const invitePeople = programCommand({
  operation: invitationOperations.invitePeople,
  whenClosed: true,
  input: invitePeopleInput,
  output: invitedPeople,
  may: canInvitePeople,
  answersOnce: true,
  run: async (tx, context, { people }) => {
    const items: InvitedPeople['items'] = [];
    const refusals: Refusal[] = [];
    for (const [index, wanted] of people.entries()) {
      const brought = await bringIn(tx, context, wanted, true);
      if (!brought.ok) {
        refusals.push(
          ...brought.refusals.map((each) => ({ ...each, field: ['people', index, ...(each.field ?? [])] })),
        );
        continue;
      }
      const { member, mail, link } = brought.value;
      items.push({
        ...{ membershipId: member.id, version: member.version, email: wanted.email, mail },
        link: link ? addressOf(link.path) : null,
      });
    }
    return refusals.length > 0 ? { ok: false, refusals } : done({ items });
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

function openInvitation(tx: Tx, scope: ProgramScope, personId: string, now: Date, shown = false) {
  const { programId, viewer } = scope;
  const whose = { personId, purpose: 'join' as const, programId, invitedBy: viewer.personId };
  return openLink(tx, { ...whose, now, shown, lastsMs: INVITATION_LASTS_MS });
}
