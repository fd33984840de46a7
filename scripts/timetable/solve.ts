import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type HighsEngine, highsEngine } from '@/lib/platform/exact/highs';
import type { Progress, Solution } from '@/lib/solver/rules/search/options';
import { solveExactly } from '@/lib/solver/rules/solve';
import type { Instance } from '@/lib/solver/schema';
import { BadInput, readInstance, USAGE } from './read';

/** The share of the time in which the weight must be found; the rest is for breaks, fairness and tables. */
const FOR_WEIGHT = 0.9;

/** Solves a file; progress on stderr, the answer as the last line on stdout. `seconds` counts from when it was read. */
export async function solveTimetable(args: string[]): Promise<number> {
  const { file, seconds, seed } = readArguments(args);
  const instance = readInstance(file);
  const solution = await solveWithin(instance, seconds, seed, narrate());
  console.log(JSON.stringify(solution));
  return 0;
}

/** Solves with the exact engines at hand; whatever the limit, there is an answer. */
export async function solveWithin(
  instance: Instance,
  seconds: number,
  seed: number,
  onProgress?: (progress: Progress) => void,
): Promise<Solution & { seconds: number }> {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  // What still has to be done once the search has stopped: tables, figures, printing.
  const limit = seconds - Math.min(seconds / 3, instance.requests.length / 100_000);
  const highs = highsEngine();
  try {
    const solution = await solveExactly(instance, {
      seed,
      engines: { solveLp: punctual(highs.solveLp), solveMip: punctual(highs.solveMip) },
      iterations: Number.MAX_SAFE_INTEGER,
      shouldStop: () => elapsed() >= limit,
      shouldMoveOn: () => elapsed() >= FOR_WEIGHT * limit,
      secondsLeft: () => FOR_WEIGHT * limit - elapsed(),
      ...(onProgress && { onProgress }),
    });
    return { ...solution, seconds: Math.round(elapsed() * 1000) / 1000 };
  } finally {
    await highs.close();
  }
}

/** The engine looks at the clock seldom; an answer this late is as good as none. */
const GRACE_MS = 200;

function punctual(solve: HighsEngine['solveLp']): HighsEngine['solveLp'] {
  const none = { objective: null, bound: null, values: null, byName: {}, duals: {} };
  return (lp, limits) => {
    const late = new AbortController();
    const tooLate = setTimeout(limits.seconds * 1000 + GRACE_MS, undefined, { signal: late.signal })
      .then(() => ({ status: 'stopped' as const, ...none }))
      .catch(() => ({ status: 'stopped' as const, ...none }));
    return Promise.race([solve(lp, limits), tooLate]).finally(() => late.abort());
  };
}

function readArguments(args: string[]): { file: string | undefined; seconds: number; seed: number } {
  let read: { positionals: string[]; values: { seconds?: string; seed?: string } };
  try {
    const options = { seconds: { type: 'string' }, seed: { type: 'string' } } as const;
    read = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new BadInput(`${error instanceof Error ? error.message.split('. ')[0] : error}. Usage: ${USAGE}`);
  }
  const { positionals, values } = read;
  const seconds = Number(values.seconds ?? 10);
  const seed = Number(values.seed ?? 1);
  if (!(seconds > 0)) throw new BadInput(`--seconds takes a number above 0, not "${values.seconds}".`);
  if (!Number.isSafeInteger(seed)) throw new BadInput(`--seed takes a whole number, not "${values.seed}".`);
  if (positionals.length !== 1) throw new BadInput(`One file is required. Usage: ${USAGE}`);
  return { file: positionals[0], seconds, seed };
}

/** A line for every step, and at most four a second while the weight rises. */
function narrate(): (progress: Progress) => void {
  const started = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  return ({ step, placed, weight, bound }) => {
    const now = performance.now();
    if (step === 'weight' && now - told < 250) return;
    told = now;
    const seconds = ((now - started) / 1000).toFixed(2);
    console.error(`${seconds} s  ${step}: ${placed} placed, weight ${weight} of at most ${bound}`);
  };
}
