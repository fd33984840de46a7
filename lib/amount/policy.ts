import { isOpen, type ProgramScope, worksInOffice } from '@/lib/core/scope';
import type { Source } from './rules';

/** Everybody of a program reads amounts; a startup's people only their own pairs' (by scope and row-level security). */
export function canReadAmounts(_scope: ProgramScope): boolean {
  return true;
}

/** The office, and the startup for its own pairs. Managers read. */
export function canAddAmounts(scope: ProgramScope): boolean {
  return isOpen(scope) && scope.role !== 'manager';
}

/** Who says so: a startup speaks for itself only, the office writes down what anybody told it. */
export function canNameSource(scope: ProgramScope, source: Source): boolean {
  return worksInOffice(scope) || (scope.role === 'startup' && source === 'startup');
}

/** The office may void any entry, a startup what its own people recorded. */
export function canVoidAmount(scope: ProgramScope, entry: { byOwnTeam: boolean }): boolean {
  return worksInOffice(scope) || (scope.role === 'startup' && entry.byOwnTeam);
}
