import { isOpen, type ProgramScope, readsAll, worksInOffice } from '@/lib/core/scope';

/** The office and managers: what is wrong with the records of all is not one startup's business. */
export function canSeeQuality(scope: ProgramScope): boolean {
  return readsAll(scope);
}

/** The office mends; managers only read. */
export function canMend(scope: ProgramScope): boolean {
  return isOpen(scope) && worksInOffice(scope);
}
