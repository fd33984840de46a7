import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf, type Mutant } from './mutants';
import { ROOT, SCRATCH } from './places';
import { runVitest } from './vitest';

/** What one test file runs through in one project of Vitest. */
export type Hits = {
  file: string;
  project: string;
  /** Of the test file's text. */
  hash: string;
  seconds: number;
  /** It fails on the sources as they are, so that it says nothing about a mutant. */
  failed: boolean;
  /** Positions among the mutants of a source, by `file@hash` of the source. */
  mutants: Record<string, number[]>;
};

type Noted = { file: string; project: string; seconds: number; ids: string[] };

const KEPT = path.join(SCRATCH, 'hits.json');

/** The hits of all test files. Only files that are new or changed run for it. */
export async function gatherHits(mutants: readonly Mutant[], say: (line: string) => void): Promise<Hits[]> {
  const hashes = new Map(
    globSync('{app,components,e2e,lib,prisma,scripts}/**/*.test.{ts,tsx}', { cwd: ROOT }).map((file) => [
      file,
      hashOf(readFileSync(path.join(ROOT, file), 'utf8')),
    ]),
  );
  const before = existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as Hits[]) : [];
  const kept = before.filter(({ file, hash }) => hashes.get(file) === hash);
  const known = new Set(kept.map(({ file }) => file));
  const missing = [...hashes.keys()].filter((file) => !known.has(file));
  if (missing.length === 0) return kept;
  say(`Running ${missing.length} test files once, to see which mutants each of them runs through.`);
  const hits = [...kept, ...(await runAndNote(missing, mutants, hashes, say))];
  writeFileSync(KEPT, JSON.stringify(hits));
  return hits;
}

async function runAndNote(
  files: readonly string[],
  mutants: readonly Mutant[],
  hashes: ReadonlyMap<string, string>,
  say: (line: string) => void,
): Promise<Hits[]> {
  const folder = path.join(SCRATCH, 'hits');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { failedFiles, failedTests } = await runVitest({ files, environment: { MUTATION_HITS: folder } });
  if (failedFiles.length > 0) say(`Left out, since they fail without a mutant: ${failedFiles.join(', ')}`);
  for (const test of failedTests) say(`  ${test}`);
  const keys = new Map(mutants.map(({ id, key }) => [id, key]));
  return readdirSync(folder).map((name) => {
    const noted = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Noted;
    const file = path.relative(ROOT, noted.file);
    return {
      file,
      project: noted.project,
      hash: hashes.get(file) ?? '',
      seconds: noted.seconds,
      failed: failedFiles.includes(file),
      mutants: groupBySource(noted.ids.flatMap((id) => keys.get(id) ?? [])),
    };
  });
}

function groupBySource(keys: readonly string[]): Record<string, number[]> {
  const groups: Record<string, number[]> = {};
  for (const key of keys) {
    const [source, position] = key.split('#') as [string, string];
    groups[source] ??= [];
    groups[source].push(Number(position));
  }
  return groups;
}

/**
 * The test files that run through this mutant, the most telling first: those nearest to it, and of these the quickest. When the
 * source has changed since the hits were noted, those that ran through any part of it.
 */
export function testsOf(mutant: Pick<Mutant, 'key' | 'file'>, hits: readonly Hits[]): Hits[] {
  const [source, position] = mutant.key.split('#') as [string, string];
  const isCurrent = hits.some(({ mutants }) => source in mutants);
  const runsThrough = ({ mutants }: Hits) =>
    isCurrent
      ? mutants[source]?.includes(Number(position))
      : Object.keys(mutants).some((each) => each.startsWith(`${mutant.file}@`));
  return hits
    .filter((each) => !each.failed && runsThrough(each))
    .map((each) => ({ each, steps: stepsBetween(each.file, mutant.file) }))
    .sort((a, b) => a.steps - b.steps || a.each.seconds - b.each.seconds)
    .map(({ each }) => each);
}

/** Folders to go up and down from one file to the other; a test named as its source is nearest. */
function stepsBetween(test: string, source: string): number {
  if (test.replace(/\.test\.tsx?$/, '') === source.replace(/\.ts$/, '')) return -1;
  const [from, to] = [path.dirname(test).split('/'), path.dirname(source).split('/')];
  const shared = from.findIndex((folder, index) => folder !== to[index]);
  const same = shared < 0 ? from.length : shared;
  return from.length - same + (to.length - same);
}
