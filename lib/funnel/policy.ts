import { type ProgramScope, readsAll, type Viewer } from '@/lib/core/scope';

/** The office and managers. A startup's own pairs stand on its home; the funnel of all is not its business. */
export function canSeeFunnel(scope: ProgramScope): boolean {
  return readsAll(scope);
}

/** Whoever reads the funnel of some program; the others are left out of the answer. */
export function canSeeFunnels({ isAdmin, programs }: Viewer): boolean {
  return isAdmin || programs.some(({ role }) => role !== 'startup');
}
