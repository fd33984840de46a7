import { mostBreaks } from './day-patterns';
import { type B2bProblem, meetingsOf, windowsOf } from './problem';

/** What is asked of the program: the fewest breaks, a plan with at most so many, or any plan. */
export type Goal = { kind: 'fewest' } | { kind: 'at_most'; breaks: number } | { kind: 'any' };

/**
 * The event as an answer-set program (clingo's language); its models are the plans in which any two participants differ
 * by at most `fairness` breaks, shown as `at(meeting,slot)`. `used(P,S)` says in which slots somebody sits,
 * `gap(P,S)` that a break of theirs ends before slot S + 1.
 *
 * Two constraints follow from the others and carry the search. `used` holds exactly as often as somebody has meetings;
 * without this clingo proves next to nothing. And no slot has more people than two a table: where tables are scarce that
 * is what makes breaks necessary (ten times quicker), where they are not it is ballast (ten times slower).
 */
export function encode(problem: B2bProblem, fairness: number, goal: Goal): string {
  const ceiling = goal.kind === 'at_most' ? goal.breaks : Number.POSITIVE_INFINITY;
  const crowded = problem.meetings.length > CROWDED * problem.tables * problem.slots;
  const rules = [...RULES, ...(crowded ? CROWD : []), ...fairnessRules(problem, fairness, ceiling)];
  return [...facts(problem), ...rules, ...GOALS[goal.kind]]
    .join('\n')
    .replaceAll('TABLES', `${problem.tables}`)
    .replaceAll('CEILING', `${ceiling}`);
}

/** The slot of each meeting from the atoms of a model. */
export function decode(problem: B2bProblem, atoms: readonly string[]): number[] {
  const slots = new Array<number>(problem.meetings.length).fill(-1);
  for (const atom of atoms) {
    const [, meeting, slot] = /^at\((\d+),(\d+)\)$/.exec(atom) ?? [];
    if (meeting !== undefined) slots[Number(meeting)] = Number(slot);
  }
  return slots;
}

function facts(problem: B2bProblem): string[] {
  const { meetings, slots } = problem;
  const may = windowsOf(problem).flatMap((window, m) => window.map((slot) => `may(${m},${slot}).`));
  const people = meetingsOf(problem).flatMap((own, p) =>
    own.length === 0 ? [] : [`busy(${p},${own.length}).`, ...own.map((m) => `of(${p},${m}).`)],
  );
  const before = meetings.flatMap(({ after }, later) => after.map((each) => `before(${each},${later}).`));
  const all = meetings.map((_, m) => `meeting(${m}).`);
  return [`slot(0..${slots - 1}).`, all.join(''), may.join(''), people.join(''), before.join('')];
}

const RULES = [
  '#defined may/2. #defined busy/2. #defined of/2. #defined before/2. #defined meeting/1. #show at/2.',
  '{ at(M,S) : may(M,S) } = 1 :- meeting(M).',
  ':- busy(P,_), slot(S), #count { M : at(M,S), of(P,M) } > 1.',
  ':- slot(S), #count { M : at(M,S) } > TABLES.',
  'used(P,S) :- at(M,S), of(P,M).',
  ':- busy(P,N), #count { S : used(P,S) } != N.',
  'done(M,S) :- at(M,S), before(M,_).',
  'done(M,S) :- done(M,S-1), slot(S).',
  ':- before(M,L), at(L,S), not done(M,S-1).',
  'begun(P,S) :- used(P,S), busy(P,N), N > 1.',
  'begun(P,S) :- begun(P,S-1), slot(S).',
  'gap(P,S) :- begun(P,S-1), not used(P,S), used(P,S+1).',
];

/** The share of all tables taken from which on they count as scarce. */
const CROWDED = 0.7;

const CROWD = [':- slot(S), #count { P : used(P,S) } > 2*TABLES.'];

const GOALS: Record<Goal['kind'], string[]> = {
  fewest: [':~ gap(P,S). [1,P,S]'],
  at_most: [':- #count { P,S : gap(P,S) } > CEILING.'],
  any: [],
};

/**
 * Where somebody is bound to have no break (too few meetings, or fewer breaks in all than people), nobody may have more
 * than `fairness`. Otherwise the program chooses how few breaks the luckiest may have at least.
 */
function fairnessRules(problem: B2bProblem, fairness: number, ceiling: number): string[] {
  const luckiest = Math.min(mostBreaks(problem), Math.floor(ceiling / problem.participants));
  if (luckiest === 0) return [`:- busy(P,_), #count { S : gap(P,S) } > ${fairness}.`];
  return [
    `{ least(0..${luckiest}) } = 1.`,
    ':- least(L), busy(P,_), #count { S : gap(P,S) } < L.',
    `:- least(L), busy(P,_), #count { S : gap(P,S) } > L+${fairness}.`,
  ];
}
