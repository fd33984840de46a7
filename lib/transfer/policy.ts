import type { ProgramScope } from '@/lib/core/scope';

/** An archive holds the contact data of everybody in the program: admins alone take one. */
export function canTakeArchive(scope: ProgramScope): boolean {
  return scope.role === 'admin';
}
