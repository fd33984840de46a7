import { z } from 'zod';
import { type Instance, LEVELS, type LevelName } from '../../schema';
import { checkTimetable } from '../check';
import { provenBound } from './check';
import { forcedByLocks } from './forced';
import { recount } from './recount';

const count = z.int().min(0);
const price = z.union([z.int(), z.array(z.int())]);
const gains = z.object({ must: count, floor: count, weight: count });
const prices = z.object({
  startups: z.array(price),
  investors: z.array(price),
  startupTables: z.array(z.int()),
  investorTables: z.array(z.int()),
});

/** What the command line prints last and `verify` reads: a `Solution` with the seconds it took. */
export const answerSchema = z.object({
  placed: count,
  weight: count,
  bound: count,
  proved: z.boolean(),
  seconds: z.number().optional(),
  meetings: z.array(z.tuple([count, count, count])),
  tables: z.array(count).optional(),
  levels: z
    .array(z.object({ name: z.enum(LEVELS), value: count, bound: count, proved: z.boolean() }))
    .optional(),
  certificate: z.object({
    proofs: z.array(z.object({ level: z.enum(['musts', 'floor', 'weight']), bound: count, gains, prices })),
    searched: z.array(z.object({ level: z.enum(LEVELS), bound: count })),
  }),
});

export type SolverAnswer = z.infer<typeof answerSchema>;

export type AnswerCheck = {
  /** What is wrong, one sentence each; none where the answer is what it says. */
  wrong: string[];
  /** What rests on the word of an exact engine, because there is nothing to add up. */
  onTrust: LevelName[];
};

/** Checks a whole answer: the timetable, every figure, and the certificate. Shares no code with the solver. */
export function checkSolverAnswer(instance: Instance, answer: SolverAnswer): AnswerCheck {
  const { meetings, tables, certificate } = answer;
  const wrong = checkTimetable(instance, meetings, tables).map(({ words }) => words);
  if (wrong.length > 0) return { wrong, onTrust: [] };
  const reached = recount(instance, meetings, tables);
  const say = (name: string, said: number | boolean, found: number | boolean) => {
    if (said !== found) wrong.push(`It says ${name} ${said}, but it is ${found}.`);
  };
  say('placed', answer.placed, meetings.length);
  say('weight', answer.weight, reached.weight);

  const onTrust = certificate.searched.map(({ level }) => level);
  const highest = bestPossible(instance);
  const proven = (level: 'musts' | 'floor' | 'weight'): number => {
    const bounds = certificate.proofs.filter((proof) => proof.level === level).map((proof) => bound(proof));
    const words = certificate.searched.filter((each) => each.level === level).map((each) => each.bound);
    return Math.min(highest[level], ...bounds, ...words);
  };
  const bound = (proof: SolverAnswer['certificate']['proofs'][number]): number => {
    try {
      return provenBound(instance, proof, reached);
    } catch (error) {
      wrong.push(error instanceof RangeError ? error.message : String(error));
      return Number.POSITIVE_INFINITY;
    }
  };
  const atMost = { musts: proven('musts'), floor: proven('floor'), weight: proven('weight') };
  const claim = (level: 'musts' | 'floor' | 'weight', claimed: number) => {
    if (claimed < atMost[level]) {
      wrong.push(`It says ${level} cannot exceed ${claimed}, but its certificate proves ${atMost[level]}.`);
    }
  };
  const forced = forcedByLocks(instance);
  claim('weight', answer.bound);
  for (const { name, value, bound: claimed, proved } of answer.levels ?? []) {
    say(name, value, reached[name]);
    say(`that ${name} is proved`, proved, value === claimed);
    if (name === 'musts' || name === 'floor' || name === 'weight') claim(name, claimed);
    else if (claimed > forced[name]) {
      wrong.push(
        `It says ${name} cannot go below ${claimed}, but the locks force no more than ${forced[name]}.`,
      );
    }
  }
  if (answer.proved) {
    for (const level of ['musts', 'floor', 'weight'] as const) {
      if (reached[level] < atMost[level]) {
        wrong.push(`It says it is proved, but ${level} is ${reached[level]} of at most ${atMost[level]}.`);
      }
    }
  }
  return { wrong, onTrust };
}

/** What needs no proof: there are only so many musts, floors and points. */
function bestPossible(instance: Instance): Record<'musts' | 'floor' | 'weight', number> {
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
  const floors = (floor: number | number[] | undefined, count: number) =>
    typeof floor === 'number' ? floor * count : sum(floor ?? []);
  return {
    musts: new Set((instance.musts ?? []).map((pair) => pair.join())).size,
    floor:
      floors(instance.startupFloor, instance.startupAvailability.length) +
      floors(instance.vcFloor, instance.vcAvailability.length),
    weight: sum(instance.requests.map(([, , weight]) => weight)),
  };
}
