import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import pLimit from 'p-limit';
import { gatherHits } from './mutation/hits';
import { layInstrumented } from './mutation/lay';
import { findMutants, type Mutant, readSources } from './mutation/mutants';
import { ROOT, SCRATCH } from './mutation/places';
import { isSurvivor, reportLines, scoreOf, type Tried } from './mutation/report';
import { drawSample } from './mutation/sample';
import { tryMutant } from './mutation/trial';
import { refusedByTypes } from './mutation/types';
import { Verdicts } from './mutation/verdicts';
import { readOptions, wholeNumber } from './options';
import { main } from './problem';
import { sharedDatabases } from './test/database-server';
import { takeDatabase } from './test/take-database';

const USAGE = 'npm run mutation -- --sample 200 --seed 1 --only lib/amount --jobs 2';

/** Tells the survivors of a sample of mutants and the score. Exit code 1 when a mutant has survived. */
await main(async () => {
  const options = readOptions(['sample', 'seed', 'only', 'jobs'], USAGE);
  const size = wholeNumber(options.sample ?? '200', 'sample', USAGE);
  const seed = wholeNumber(options.seed ?? '1', 'seed', USAGE);
  const jobs = wholeNumber(options.jobs ?? String(availableParallelism()), 'jobs', USAGE);
  mkdirSync(SCRATCH, { recursive: true });
  const { mutants, instrumented } = await findMutants(readSources(ROOT));
  layInstrumented(instrumented);
  const wanted = mutants.filter(({ file }) => file.startsWith(options.only ?? ''));
  const sample = drawSample(wanted, size, seed);
  console.log(`${sample.length} of ${wanted.length} mutants, seed ${seed}`);
  const tried = await tryAll(sample, mutants, Math.max(jobs, 1));
  const survivors = tried.filter(({ verdict }) => isSurvivor(verdict));
  writeReport(seed, tried);
  console.log(`\n${reportLines(tried).join('\n')}`);
  return survivors.length === 0 ? 0 : 1;
});

async function tryAll(sample: readonly Mutant[], all: readonly Mutant[], jobs: number): Promise<Tried[]> {
  const verdicts = new Verdicts();
  const open = sample.filter(({ key }) => !verdicts.settled(key));
  const refused = refusedByTypes(open);
  for (const { id, key } of open) if (refused.has(id)) verdicts.keep(key, { status: 'refused', untried: 0 });
  const databases = await sharedDatabases();
  process.env.ROUNDTABLE_TEST_DATABASES = databases.url;
  try {
    const hits = await gatherHits(all, console.log);
    // What takes long the first time is made before any test is held to its time.
    await (await takeDatabase(databases.url, 'sample')).drop();
    const limit = pLimit(jobs);
    return await limit.map(sample, async (mutant) => {
      const known = verdicts.settled(mutant.key);
      const verdict = known ?? (await tryMutant(mutant, hits));
      if (!known) verdicts.keep(mutant.key, verdict);
      console.log(`${mutant.file}:${mutant.line} ${verdict.status}${verdict.by ? ` by ${verdict.by}` : ''}`);
      return { mutant, verdict };
    });
  } finally {
    await databases.stop();
  }
}

function writeReport(seed: number, tried: readonly Tried[]): void {
  const mutants = tried.map(({ mutant: { text: _, ...mutant }, verdict }) => ({ ...mutant, ...verdict }));
  const report = { seed, ...scoreOf(tried), mutants };
  writeFileSync(path.join(SCRATCH, 'report.json'), JSON.stringify(report, null, 1));
}
