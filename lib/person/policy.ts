import { type ProgramScope, type Role, type Viewer, worksInOffice } from '@/lib/core/scope';

export type MemberRole = Exclude<Role, 'admin'>;

/** Names and addresses of a program's people are the office's business. */
export function canReadPeople(scope: ProgramScope): boolean {
  return worksInOffice(scope);
}

/** Inviting, roles, ends of membership: by whoever signed in, see `isSignedIn`. */
export function canInvitePeople(scope: ProgramScope): boolean {
  return worksInOffice(scope) && isSignedIn(scope.viewer);
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
export function canReadInstallation(viewer: Viewer): boolean {
  return viewer.isAdmin;
}

/** Making admins, closing and opening accounts: by an admin who signed in, see `isSignedIn`. */
export function canManageInstallation(viewer: Viewer): boolean {
  return viewer.isAdmin && isSignedIn(viewer);
}

/** Passwords, sign-ins and API tokens are changed by the person who signed in. */
export function canManageOwnAccount(viewer: Viewer): boolean {
  return viewer.means === 'web';
}

/** Who may come in, and as what, is never decided by an API token, whoever uses it: it may have been lost. */
function isSignedIn({ means }: Viewer): boolean {
  return means !== 'api' && means !== 'assistant';
}
