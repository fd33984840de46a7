import type { ProgramScope, Viewer } from '@/lib/core/scope';

/** An archive holds the contact data of everybody in the program: admins alone take one. */
export function canTakeArchive(scope: ProgramScope): boolean {
  return scope.role === 'admin';
}

/** What is restored is a new program, which only an admin of the installation makes. */
export function canRestoreArchive(viewer: Viewer): boolean {
  return viewer.isAdmin;
}
