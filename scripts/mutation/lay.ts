import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf, type Source } from './mutants';
import { instrumentedPath, MODULES, SCRATCH } from './places';

/** Writes the instrumented sources for vitest.config.ts, unless the same ones are there already. */
export function layInstrumented(instrumented: readonly Source[]): void {
  const mark = path.join(SCRATCH, 'instrumented.sha256');
  const now = hashOf(JSON.stringify(instrumented));
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return;
  rmSync(mark, { force: true });
  rmSync(MODULES, { recursive: true, force: true });
  rmSync(path.join(SCRATCH, 'instrumented'), { recursive: true, force: true });
  for (const { file, text } of instrumented) {
    mkdirSync(path.dirname(instrumentedPath(file)), { recursive: true });
    writeFileSync(instrumentedPath(file), text);
  }
  writeFileSync(mark, now);
}
