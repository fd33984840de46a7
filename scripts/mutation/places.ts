import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');
/** Everything this command writes; git ignores it. */
export const SCRATCH = path.join(ROOT, '.data/mutation');
/** What Vitest has transformed already. */
export const MODULES = path.join(SCRATCH, 'modules');

export function instrumentedPath(file: string): string {
  return path.join(SCRATCH, 'instrumented', file);
}
