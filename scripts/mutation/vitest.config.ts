import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import base from '../../vitest.config';
import { instrumentedPath, MODULES, ROOT } from './places';

/** Gives Vitest the instrumented sources in place of those in the working tree, which stay as they are. */
const mutants = {
  name: 'mutants',
  enforce: 'pre' as const,
  load(id: string): string | null {
    const file = path.relative(ROOT, id.split('?')[0] ?? '');
    if (!file.startsWith('lib/')) return null;
    try {
      return readFileSync(instrumentedPath(file), 'utf8');
    } catch {
      return null;
    }
  },
};

type Project = { test: { setupFiles: string[] } };

/** The product's own tests on the instrumented sources. `__STRYKER_ACTIVE_MUTANT__` switches one mutant on. */
export default defineConfig({
  ...base,
  root: ROOT,
  test: {
    ...base.test,
    fsModuleCachePath: MODULES,
    projects: ((base.test?.projects ?? []) as Project[]).map((project) => ({
      ...project,
      root: ROOT,
      plugins: [mutants],
      test: {
        ...project.test,
        setupFiles: [...project.test.setupFiles, 'scripts/mutation/note-hits.ts'],
      },
    })),
  },
});
