import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { B2bProblem } from '@/lib/solver/rules/b2b/problem';
import { readDzn } from '@/lib/solver/rules/b2b/read-dzn';
import { type SampleShape, sampleB2b } from '@/scripts/test/timetable/sample-b2b';
import type { B2bRequest } from '../b2b/request';
import { runB2b } from '../b2b/run';

const SHARED = path.resolve(import.meta.dirname, '../../../shared/timetable');
const PROOF_SECONDS = 170;
const ANNEALING_SECONDS = 30;
const MOVES = 4_000_000;

type Event = { name: string; problem: B2bProblem; fairness: number; published: string | null };

const MADE_UP: SampleShape = {
  ...{ participants: 40, meetings: 120, slots: 10, tables: 14 },
  ...{ away: 0.01, fixed: 0, ordered: 0.05, halves: 0 },
};

/**
 * Fewest breaks at the business-to-business events, each proved and then by annealing alone: the originals of the
 * published benchmark at fairness 2 where they lie beside the project, made-up events otherwise. Words within the suite
 * choose events by a part of their name, `all` takes every published result (an hour). The last line adds up what the
 * annealing has above the optimum.
 */
export async function benchB2b(print: (line: object) => void, within: readonly string[]): Promise<void> {
  let [above, proved, events] = [0, 0, 0];
  const words = within.filter((word) => word !== 'all');
  for (const event of readEvents(within.includes('all'))) {
    if (words.length > 0 && !words.some((word) => event.name.includes(word))) continue;
    const exact = await run(event, { seconds: PROOF_SECONDS, moves: MOVES, annealingOnly: false });
    const [seconds, moves] = [ANNEALING_SECONDS, Number.POSITIVE_INFINITY];
    const annealed = exact.infeasible ? null : await run(event, { seconds, moves, annealingOnly: true });
    const { published } = event;
    const value = exact.infeasible ? 'infeasible' : exact.breaks;
    const asPublished = published === null ? null : exact.proved && published === String(value);
    print({
      ...{ name: 'b2b', event: event.name, fairness: event.fairness, value, bound: exact.bound },
      ...{ proved: exact.proved, seconds: exact.seconds, published, asPublished },
      ...(annealed ? { annealed: annealed.breaks, annealingSeconds: annealed.seconds } : {}),
    });
    events++;
    if (exact.proved) proved++;
    if (exact.breaks !== null && annealed?.breaks != null) above += annealed.breaks - exact.breaks;
  }
  print({ name: 'b2b_total', events, proved, annealedAboveOptimum: above, aimAbove: 10 });
}

function run(event: Event, more: Pick<B2bRequest, 'seconds' | 'moves' | 'annealingOnly'>) {
  const { problem, fairness } = event;
  const request = { problem, fairness, seed: 1, ...more };
  return runB2b(request, new AbortController().signal, () => {}, performance.now());
}

function readEvents(all: boolean): Event[] {
  const list = path.join(SHARED, 'best-known.csv');
  if (!existsSync(list)) return [1, 2, 3].map(madeUp);
  const rows = readFileSync(list, 'utf8').trim().split('\n').slice(1);
  return rows
    .map((row) => row.split(','))
    .filter(([file, , , , , , fairness]) => all || (file?.includes('.original.') && fairness === '2'))
    .map(([file = '', , , , , , fairness, published = null]) => ({
      name: file.replace(/\.dzn$/, ''),
      problem: readDzn(readFileSync(path.join(SHARED, 'b2b', file), 'utf8')),
      fairness: Number(fairness),
      published,
    }));
}

function madeUp(seed: number): Event {
  return { name: `made-up-${seed}`, problem: sampleB2b(MADE_UP, seed), fairness: 2, published: null };
}
