import { isOpen, type ProgramScope, worksInOffice } from '@/lib/core/scope';

/** Everybody of a program reads outcomes; a startup's people only their own (by scope and row-level security). */
export function canReadOutcomes(_scope: ProgramScope): boolean {
  return true;
}

/** The startup for its own pairs, the office for all. Managers never. */
export function canRecordOutcome(scope: ProgramScope): boolean {
  return isOpen(scope) && (worksInOffice(scope) || scope.role === 'startup');
}
