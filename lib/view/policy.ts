import { type ProgramScope, worksInOffice } from '@/lib/core/scope';

/** Everybody keeps views of the lists they read. */
export function canKeepViews(_scope: ProgramScope): boolean {
  return true;
}

/** A view for others is the office's to give, to change and to take away. */
export function canShareViews(scope: ProgramScope): boolean {
  return worksInOffice(scope);
}
