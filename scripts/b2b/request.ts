import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { B2bProblem } from '@/lib/solver/rules/b2b/problem';
import { DznError, readDzn } from '@/lib/solver/rules/b2b/read-dzn';
import { Problem } from '../problem';

const USAGE =
  'npm run -s b2b -- FILE.dzn [--fairness 2] [--seconds 170] [--seed 1] [--annealing-only] [--moves 4000000]';

export type B2bRequest = {
  problem: B2bProblem;
  fairness: number;
  seconds: number;
  seed: number;
  moves: number;
  annealingOnly: boolean;
};

const MOVES = 4_000_000;

/** What the command line asks for. Throws Problem, one sentence. */
export async function readRequest(words: readonly string[]): Promise<B2bRequest> {
  const { values, positionals } = parse(words);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Problem(`One file is required. Usage: ${USAGE}`);
  const annealingOnly = values['annealing-only'] === true;
  return {
    fairness: number(values.fairness, 'fairness', 2),
    seconds: number(values.seconds, 'seconds', 170),
    seed: number(values.seed, 'seed', 1),
    moves: number(values.moves, 'moves', annealingOnly ? Number.POSITIVE_INFINITY : MOVES),
    annealingOnly,
    problem: await readProblem(file),
  };
}

function parse(words: readonly string[]) {
  const word = { type: 'string' } as const;
  const options = { fairness: word, seconds: word, seed: word, moves: word } as const;
  try {
    return parseArgs({
      args: [...words],
      options: { ...options, 'annealing-only': { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message.split('. ')[0] : error}. Usage: ${USAGE}`);
  }
}

function number(word: string | undefined, name: string, usual: number): number {
  if (word === undefined) return usual;
  if (/^\d{1,9}$/.test(word)) return Number(word);
  throw new Problem(`--${name} takes a whole number from 0, not "${word}".`);
}

async function readProblem(file: string): Promise<B2bProblem> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Problem(`${file} cannot be read.`);
  });
  try {
    return readDzn(text);
  } catch (error) {
    if (error instanceof DznError) throw new Problem(`${file}: ${error.message}`);
    throw error;
  }
}
