import { type ProgramScope, readsAll, worksInOffice } from '@/lib/core/scope';

/** Everybody of a program; a startup's people only their own (by scope and row-level security). */
export function canReadStartups(_scope: ProgramScope): boolean {
  return true;
}

export function canAddStartups(scope: ProgramScope): boolean {
  return worksInOffice(scope);
}

/** The office; and a startup's people, who find only their own profile. */
export function canEditStartups(scope: ProgramScope): boolean {
  return worksInOffice(scope) || scope.role === 'startup';
}

export function canArchiveStartups(scope: ProgramScope): boolean {
  return worksInOffice(scope);
}

/** How many pairs stand where, and what money: the program's reading, not for a startup's people. */
export function canSeeStartupFigures(scope: ProgramScope): boolean {
  return readsAll(scope);
}
