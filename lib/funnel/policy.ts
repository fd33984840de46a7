import { type ProgramScope, readsAll } from '@/lib/core/scope';

/** The office and managers. A startup's own pairs stand on its home; the funnel of all is not its business. */
export function canSeeFunnel(scope: ProgramScope): boolean {
  return readsAll(scope);
}
