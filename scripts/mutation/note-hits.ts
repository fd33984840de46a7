import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect } from 'vitest';

/* A setup file of Vitest: notes which mutants a test file runs through, when MUTATION_HITS names a folder for that. */

type Stryker = { __stryker__?: { mutantCoverage?: { static: Record<string, number> } } };

const began = performance.now();

afterAll(() => {
  const folder = process.env.MUTATION_HITS;
  const file = expect.getState().testPath;
  if (!folder || !file) return;
  const ids = Object.keys((globalThis as Stryker).__stryker__?.mutantCoverage?.static ?? {});
  const project = process.env.TZ === 'UTC' ? 'utc' : 'kiritimati';
  const name = createHash('sha256').update(`${project} ${file}`).digest('hex').slice(0, 12);
  const seconds = (performance.now() - began) / 1000;
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify({ file, project, seconds, ids }));
});
