import { isOpen, type ProgramScope, readsAll, worksInOffice } from '@/lib/core/scope';

/** Plans are the office's, and managers read them; a startup's people see what was booked, not how it was planned. */
export function canReadTimetables(scope: ProgramScope): boolean {
  return readsAll(scope);
}

export function canPlan(scope: ProgramScope): boolean {
  return isOpen(scope) && worksInOffice(scope);
}

/** Everybody of a program; a startup's people their own words on their own pairs (by scope and row-level security). */
export function canReadWishes(_scope: ProgramScope): boolean {
  return true;
}

/** The office for any side, a startup's people for their own. */
export function canSayWishes(scope: ProgramScope): boolean {
  return isOpen(scope) && (worksInOffice(scope) || scope.role === 'startup');
}
