import { type ProgramScope, readsAll, worksInOffice } from '@/lib/core/scope';

/** Scores compare all startups and investors: the office's and managers' reading, no startup's. */
export function canReadSuggestions(scope: ProgramScope): boolean {
  return readsAll(scope);
}

export function canSetMatchWeights(scope: ProgramScope): boolean {
  return worksInOffice(scope);
}
