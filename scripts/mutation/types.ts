import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Mutant } from './mutants';
import { ROOT, SCRATCH } from './places';

const FOLDER = path.join(SCRATCH, 'types');
const CONFIG = {
  extends: '../../../tsconfig.json',
  compilerOptions: { incremental: false },
  include: ['*.ts', '../../../global.d.ts', '../../../next-env.d.ts'],
  exclude: [],
};

/** The ids of mutants that do not compile, by one run of the compiler over a copy of the file for each. */
export function refusedByTypes(mutants: readonly Mutant[]): Set<string> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path.join(FOLDER, 'tsconfig.json'), JSON.stringify(CONFIG));
  const files = [...new Set(mutants.map(({ file }) => file))];
  // A copy of the file as it is: where even that fails (a private type meets itself), types say nothing of its mutants.
  for (const [number, file] of files.entries())
    writeCopy(`as-is-${number}`, file, readFileSync(path.join(ROOT, file), 'utf8'));
  for (const { id, file, text } of mutants) writeCopy(`mutant-${id}`, file, text);
  const failing = failingCopies();
  const unfit = new Set(files.filter((_, number) => failing.has(`as-is-${number}`)));
  const refused = mutants.filter(({ id, file }) => failing.has(`mutant-${id}`) && !unfit.has(file));
  return new Set(refused.map(({ id }) => id));
}

function writeCopy(name: string, file: string, text: string): void {
  writeFileSync(path.join(FOLDER, `${name}.ts`), withoutRelativeImports(text, file));
}

/** What is imported by a path from this file, imported from the root, as it may be from everywhere. */
export function withoutRelativeImports(text: string, file: string): string {
  return text.replace(
    /(\bfrom |\bimport\()'(\.[^']*)'/g,
    (_, before, to) => `${before}'@/${path.posix.join(path.posix.dirname(file), to)}'`,
  );
}

function failingCopies(): Set<string> {
  const compiler = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', FOLDER, '--pretty', 'false'], {
    cwd: FOLDER,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return new Set(
    [...stdout.matchAll(/^(?:[^\s(]*\/)?([a-z-]+\d+)\.ts\(/gm)].map((match) => match[1] as string),
  );
}
