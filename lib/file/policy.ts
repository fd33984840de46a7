import { type ProgramScope, worksInOffice } from '@/lib/core/scope';
import type { PartyRef } from '@/lib/party/rules';

/** By row-level security: the office all, a startup's people their own files and those of investors. */
export function canReadFiles(_scope: ProgramScope): boolean {
  return true;
}

/** The office, and a startup's people for their own startup (by `keepsFilesOf`). Managers read. */
export function canKeepFiles(scope: ProgramScope): boolean {
  return scope.role !== 'manager';
}

export function keepsFilesOf(scope: ProgramScope, party: PartyRef): boolean {
  return worksInOffice(scope) || ('startupId' in party && party.startupId === scope.startupId);
}
