import { isOpen, type ProgramScope, readsAll, worksInOffice } from '@/lib/core/scope';
import type { PartyKind } from './rules';

/** Public profiles are for everybody of a program; a startup's people see only their own startup (by `ownPartyId`). */
export function canReadParties(_scope: ProgramScope): boolean {
  return true;
}

/** To add, archive and restore parties of any kind. */
export function canKeepParties(scope: ProgramScope): boolean {
  return isOpen(scope) && worksInOffice(scope);
}

/** The office; and people of a party that signs in, who find only their own profile. */
export function canEditParties(scope: ProgramScope, kind: PartyKind): boolean {
  return isOpen(scope) && (worksInOffice(scope) || scope.role === kind);
}

/** The one party of this kind that the viewer may see, where it is one. */
export function ownPartyId(scope: ProgramScope, kind: PartyKind): string | null {
  return kind === 'startup' ? scope.startupId : null;
}

/** How many pairs stand where, and what money: the program's reading, not for a startup's people. */
export function canSeePartyFigures(scope: ProgramScope): boolean {
  return readsAll(scope);
}

/** The office for everybody's contacts, a startup for its own (by the lookup). Managers read. */
export function canWorkOnContacts(scope: ProgramScope): boolean {
  return isOpen(scope) && (worksInOffice(scope) || scope.role === 'startup');
}

/** Contact data in the clear is for those who have to write or call; each look is recorded. */
export function canRevealContacts(scope: ProgramScope): boolean {
  return worksInOffice(scope);
}
