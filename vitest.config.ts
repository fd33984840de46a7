import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

const shared = {
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}/` },
      // Outside Next nothing stands for the server's side; tests are on it.
      { find: /^server-only$/, replacement: path.join(root, 'node_modules/server-only/empty.js') },
    ],
  },
  oxc: { jsx: { runtime: 'automatic' as const } },
};

const sharedTest = {
  environment: 'node' as const,
  setupFiles: ['scripts/test/fail-on-noise.ts'],
  testTimeout: 120_000,
  hookTimeout: 300_000,
};

export default defineConfig({
  ...shared,
  test: {
    globalSetup: ['scripts/test/provide-databases.ts'],
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          ...sharedTest,
          name: 'utc',
          env: { TZ: 'UTC', CHECK_ANSWERS: '1', NEXTAUTH_SECRET: 'of-tests-'.repeat(5) },
          include: [
            '{lib,components,scripts,prisma,app}/**/*.test.{ts,tsx}',
            'architecture.test.ts',
            'e2e/access/*.test.ts',
          ],
          // Tools lay their own copies below these.
          exclude: ['prisma/client/**', '**/node_modules/**'],
        },
      },
      {
        ...shared,
        test: {
          ...sharedTest,
          // A day ahead of the venue, and no daylight saving: a rule that reads the machine's zone shows itself here.
          name: 'kiritimati',
          env: { TZ: 'Pacific/Kiritimati' },
          include: ['lib/core/**/*.test.ts', 'lib/**/rules.test.ts', 'lib/**/rules/**/*.test.ts'],
        },
      },
    ],
  },
});
