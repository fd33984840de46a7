import { type ProgramScope, type Role, type Viewer, worksInOffice } from '@/lib/core/scope';

export type MemberRole = Exclude<Role, 'admin'>;

/** Names and addresses of a program's people are the office's business. */
export function canReadPeople(scope: ProgramScope): boolean {
  return worksInOffice(scope);
}

export function canInvitePeople(scope: ProgramScope): boolean {
  return worksInOffice(scope);
}

/** Officers bring in startups' people and managers; who works in the office, an admin decides. */
export function canGiveRole(scope: ProgramScope, role: MemberRole): boolean {
  return scope.role === 'admin' || (scope.role === 'officer' && role !== 'officer');
}

/** Nobody ends or changes a membership of a role they could not give. */
export function canChangeMember(scope: ProgramScope, member: { role: MemberRole }): boolean {
  return canGiveRole(scope, member.role);
}

/** The roles to choose from in a form. */
export function rolesToGive(scope: ProgramScope): MemberRole[] {
  return (['startup', 'manager', 'officer'] as const).filter((role) => canGiveRole(scope, role));
}

/** All people of the installation, and who its admins are. */
export function canManageInstallation(viewer: Viewer): boolean {
  return viewer.isAdmin;
}

/** Passwords, sign-ins and API tokens are changed by the person, never by a token that may have been lost. */
export function canManageOwnAccount(viewer: Viewer): boolean {
  return viewer.means === 'web';
}
