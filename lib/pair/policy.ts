import { isOpen, type ProgramScope, worksInOffice } from '@/lib/core/scope';

/** Everybody of a program reads pairs; a startup's people only their own (by scope and row-level security). */
export function canReadPairs(_scope: ProgramScope): boolean {
  return true;
}

export function canMovePairs(scope: ProgramScope): boolean {
  return isOpen(scope) && worksInOffice(scope);
}

/** Next step and note: the office, and the startup for its own pairs. Managers read. */
export function canWorkOnPairs(scope: ProgramScope): boolean {
  return isOpen(scope) && scope.role !== 'manager';
}

/** The officer in charge is the office's own business. */
export function canAssignOwner(scope: ProgramScope): boolean {
  return isOpen(scope) && worksInOffice(scope);
}
