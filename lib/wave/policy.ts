import { isOpen, type ProgramScope, worksInOffice } from '@/lib/core/scope';

/** Everybody of a program; a startup's people only their own pairs (by scope and row-level security). */
export function canSeeWaves(_scope: ProgramScope): boolean {
  return true;
}

/** The startup for its own pairs, the office for all. Managers never. */
export function canAnswerWaves(scope: ProgramScope): boolean {
  return isOpen(scope) && (worksInOffice(scope) || scope.role === 'startup');
}
