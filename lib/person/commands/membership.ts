import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { done, type Result, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { personOperations } from '../operations';
import { canChangeMember, canGiveRole, canInvitePeople, type MemberRole } from '../policy';
import {
  changedMembership,
  changedMemberships,
  changeRoleInput,
  membershipInput,
  membershipsInput,
} from '../schema';
import { endResetLinksOf, endSignInsOf, endTokensOf } from './end-access';

type Member = {
  personId: string;
  role: MemberRole;
  startupId: string | null;
  endedAt: Date | null;
  version: number;
};

/** Locks one membership of the program. Throws not_found, or forbidden for a role the viewer could not give. */
async function lockMember(tx: Tx, scope: ProgramScope, membershipId: string): Promise<Member> {
  const [member] = await tx.$queryRaw<Member[]>`
    select person_id as "personId", role, startup_id as "startupId", ended_at as "endedAt", version from membership
    where program_id = ${scope.programId}::uuid and id = ${membershipId}::uuid for update`;
  if (!member) throw new AppError('not_found', 'membership');
  if (!canChangeMember(scope, member)) throw new AppError('forbidden', 'membership');
  return member;
}

function refuseStale(member: Member) {
  const current = {
    role: member.role,
    startupId: member.startupId,
    ended: member.endedAt !== null,
    version: member.version,
  };
  return refuse('stale', { field: ['version'], current });
}

/** A startup of this program that is not archived; null for the other roles. Throws not_found. */
export async function startupOfRole(
  tx: Tx,
  scope: ProgramScope,
  role: MemberRole,
  startupId: string | null | undefined,
): Promise<Result<string | null>> {
  if (role !== 'startup')
    return startupId ? refuse('startup_not_for_role', { field: ['startupId'] }) : done(null);
  if (!startupId) return refuse('startup_needed', { field: ['startupId'] });
  const startup = await tx.startup.findUnique({
    where: { programId_id: { programId: scope.programId, id: startupId }, archivedAt: null },
    select: { id: true },
  });
  return startup ? done(startup.id) : refuse('startup_gone', { field: ['startupId'] });
}

/** Gives a member another role. The person's sign-ins end, so that nobody goes on with what they saw before. */
export const changeRole = programCommand({
  operation: personOperations.changeRole,
  whenClosed: true,
  input: changeRoleInput,
  output: changedMembership,
  may: canInvitePeople,
  run: async (tx, { scope, viewer, record }, input) => {
    const { membershipId, version, role } = input;
    const member = await lockMember(tx, scope, membershipId);
    if (!canGiveRole(scope, role)) throw new AppError('forbidden', `role ${role}`);
    if (member.version !== version) return refuseStale(member);
    const startup = await startupOfRole(tx, scope, role, input.startupId);
    if (!startup.ok) return startup;
    await tx.membership.update({
      where: { programId_id: { programId: scope.programId, id: membershipId } },
      data: { role, startupId: startup.value, version: { increment: 1 } },
      select: { id: true },
    });
    await endSignInsOf(tx, member.personId, viewer.accessId);
    record({
      subject: 'membership',
      subjectId: membershipId,
      startupId: startup.value,
      detail: { personId: member.personId, from: member.role, to: role },
    });
    return done({ membershipId, version: version + 1 });
  },
});

type Which = z.output<typeof membershipInput>;

async function takeOut(
  tx: Tx,
  { scope, viewer, now, record }: Context<ProgramScope>,
  { membershipId, version }: Which,
): Promise<Result<Which>> {
  const member = await lockMember(tx, scope, membershipId);
  if (member.version !== version) return refuseStale(member);
  if (member.endedAt) return refuse('already_ended');
  await setEnded(tx, scope, membershipId, now);
  await tx.invitation.updateMany({
    where: { programId: scope.programId, personId: member.personId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  await endSignInsOf(tx, member.personId, viewer.accessId);
  await endTokensOf(tx, member.personId, now);
  await endResetLinksOf(tx, member.personId, now);
  record({
    subject: 'membership',
    subjectId: membershipId,
    startupId: member.startupId,
    detail: { personId: member.personId, role: member.role },
  });
  return done({ membershipId, version: version + 1 });
}

/**
 * Takes a person out of the program. Their sign-ins and API tokens end, and so do the program's link not yet taken up and
 * those of a forgotten password, so that letting them back in revives none; what they wrote stays.
 */
export const endMembership = programCommand({
  operation: personOperations.endMembership,
  whenClosed: true,
  input: membershipInput,
  output: changedMembership,
  may: canInvitePeople,
  run: takeOut,
});

/** The same for several, all or none: what takes an invitation of many back. */
export const endMemberships = programCommand({
  operation: personOperations.endMemberships,
  whenClosed: true,
  input: membershipsInput,
  output: changedMemberships,
  may: canInvitePeople,
  run: async (tx, context, { members }) => {
    const ended: Which[] = [];
    for (const which of members) {
      const out = await takeOut(tx, context, which);
      if (!out.ok) return out;
      ended.push(out.value);
    }
    return done({ members: ended });
  },
});

/** Lets a person back in, in the role they had. */
export const restoreMembership = programCommand({
  operation: personOperations.restoreMembership,
  whenClosed: true,
  input: membershipInput,
  output: changedMembership,
  may: canInvitePeople,
  run: async (tx, { scope, record }, { membershipId, version }) => {
    const member = await lockMember(tx, scope, membershipId);
    if (member.version !== version) return refuseStale(member);
    if (!member.endedAt) return refuse('not_ended');
    await setEnded(tx, scope, membershipId, null);
    record({
      subject: 'membership',
      subjectId: membershipId,
      startupId: member.startupId,
      detail: { personId: member.personId, role: member.role },
    });
    return done({ membershipId, version: version + 1 });
  },
});

async function setEnded(
  tx: Tx,
  scope: ProgramScope,
  membershipId: string,
  endedAt: Date | null,
): Promise<void> {
  await tx.membership.update({
    where: { programId_id: { programId: scope.programId, id: membershipId } },
    data: { endedAt, version: { increment: 1 } },
    select: { id: true },
  });
}
