import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { checkSolverAnswer } from '@/lib/solver/rules/certificate/check-answer';
import { type Instance, instanceSchema } from '@/lib/solver/schema';
import { solveWithin } from '../timetable/solve';
import { FAMILIES, type Family, large, makeInstance } from './timetable/families';

type Print = (line: object) => void;
type Run = {
  instance: Instance;
  value: number;
  bound: number;
  proved: boolean;
  draftMs: number;
  seconds: number;
};

const SEEDS = 100;
const SMALL = ['s15', 's15k8', 's15d', 's15t'] as const;
const WISHES = [60_000, 200_000, 600_000];

/**
 * Value, proved bound and seconds of the timetable solver, one line per instance or family: 100 seeds of each 15 x 38
 * family, 150 x 400 in half a second and in ten, the instances of `../shared/timetable` where they are, growth up to
 * 600,000 wishes. Every answer is checked; seconds count from when the instance is read. A family's name as a word runs
 * that alone: `npm run bench -- timetable s15t`.
 */
export async function benchTimetable(print: Print, only: readonly string[] = []): Promise<void> {
  const wants = (name: string) => only.length === 0 || only.includes(name);
  for (const name of SMALL) if (wants(name)) await benchFamily(FAMILIES[name], print);
  for (const name of ['s150', 's150d'] as const) {
    if (!wants(name)) continue;
    for (const seed of [1, 2]) {
      for (const seconds of [0.5, 10]) print(lineOf(await run(makeInstance(FAMILIES[name], seed), seconds)));
    }
  }
  if (wants('shared')) {
    for (const instance of sharedInstances()) {
      const seconds = instance.requests.length > 20_000 ? 2 : 10;
      print(lineOf(await run(instance, seconds)));
    }
  }
  if (wants('growth')) {
    for (const wishes of WISHES) {
      print({ ...lineOf(await run(makeInstance(large(wishes), 1), wishes / 30_000)), rss_mb: megabytes() });
    }
  }
}

async function benchFamily(family: Family, print: Print): Promise<void> {
  const runs: Run[] = [];
  for (let seed = 1; seed <= SEEDS; seed++) runs.push(await run(makeInstance(family, seed), 10));
  const of = (pick: (each: Run) => number) => runs.map(pick).sort((one, other) => one - other);
  const seconds = of((each) => each.seconds);
  const draftMs = of((each) => each.draftMs);
  print({
    bench: 'timetable',
    family: family.name,
    seeds: SEEDS,
    proved: runs.filter((each) => each.proved).length,
    median_s: seconds[SEEDS / 2],
    worst_s: seconds.at(-1),
    draft_median_ms: draftMs[SEEDS / 2],
    draft_worst_ms: draftMs.at(-1),
  });
}

async function run(instance: Instance, seconds: number): Promise<Run> {
  const started = performance.now();
  let draftMs = Number.NaN;
  const answer = await solveWithin(instance, seconds, 1, ({ step }) => {
    if (step === 'draft') draftMs = Math.round(performance.now() - started);
  });
  const { wrong } = checkSolverAnswer(instance, answer);
  if (wrong[0]) throw new Error(`${instance.name}: ${wrong[0]}`);
  const { weight: value, bound, proved } = answer;
  return { instance, value, bound, proved, draftMs, seconds: answer.seconds };
}

function lineOf({ instance, value, bound, proved, draftMs, seconds }: Run) {
  const percent = bound === 0 ? 100 : Math.floor((value / bound) * 1e6) / 1e4;
  return {
    bench: 'timetable',
    instance: instance.name,
    wishes: instance.requests.length,
    value,
    bound,
    percent,
    proved,
    draft_ms: draftMs,
    seconds,
  };
}

function sharedInstances(): Instance[] {
  const folder = path.resolve(import.meta.dirname, '../../../shared/timetable/weighted');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.json.gz'));
  return files.map((file) => {
    const { name, ...instance } = instanceSchema.parse(
      JSON.parse(gunzipSync(readFileSync(path.join(folder, file))).toString()),
    );
    return { name: `${name} (${file.replace('.json.gz', '')})`, ...instance };
  });
}

function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 1e6);
}
