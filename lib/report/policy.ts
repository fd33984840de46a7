import { isOpen, type ProgramScope, readsAll, worksInOffice } from '@/lib/core/scope';

/** Published figures are the office's and its managers'; a startup finds its own amounts on its pairs. */
export function canSeeReports(scope: ProgramScope): boolean {
  return readsAll(scope);
}

export function canPublishReports(scope: ProgramScope): boolean {
  return isOpen(scope) && worksInOffice(scope);
}
