import { type ProgramScope, readsAll, worksInOffice } from '@/lib/core/scope';

/** The public profile is for everybody of the program. */
export function canReadInvestors(_scope: ProgramScope): boolean {
  return true;
}

export function canEditInvestors(scope: ProgramScope): boolean {
  return worksInOffice(scope);
}

/** How many pairs stand where, and what money: the program's reading, not for a startup's people. */
export function canSeeInvestorFigures(scope: ProgramScope): boolean {
  return readsAll(scope);
}
