import { dayPatterns } from './day-patterns';
import { decode, encode, type Goal } from './encode';
import type { B2bProgress, Incumbent } from './incumbent';
import type { B2bProblem } from './problem';

type Model = { atoms: string[] };

/** An answer-set engine; see `lib/platform/exact/clingo.ts`. */
type SolveProgram = (
  program: string,
  limits: {
    wanted: 'best' | 'first';
    options: readonly string[];
    signal: AbortSignal;
    onModel?: (model: Model) => void;
    onBound?: (bound: number) => void;
  },
) => Promise<{ status: 'optimal' | 'satisfiable' | 'infeasible' | 'stopped'; model: Model | null }>;

/** A mixed-integer engine, CPLEX LP text in; see `lib/platform/exact/highs.ts`. */
type SolveModel = (
  lp: string,
  limits: { seconds: number; signal: AbortSignal },
) => Promise<{ status: 'optimal' | 'infeasible' | 'stopped'; bound: number | null }>;

export type ProveOptions = {
  fairness: number;
  signal: AbortSignal;
  solveProgram: SolveProgram;
  solveModel?: SolveModel | undefined;
  /** Settles when the annealing is through: its thread is free then. */
  annealed: Promise<void>;
  onTrouble?: ((error: unknown) => void) | undefined;
};

// Measured on the benchmark: the one minimises by unsatisfiable cores, the other decides whether the bound itself can be
// reached. Which is quicker differs from event to event by a factor of ten and more, so that both run.
const SHARED = ['--configuration=crafty', '--trans-ext=card'];
const OPTIMISING = [...SHARED, '--opt-strategy=usc,pmres'];
const DECIDING = SHARED;

const COUNTING_SECONDS = 20;
/** Engines round: a bound of 3.0001 is one of 3. */
const ROUNDING = 1e-3;

/** Two clingos, and HiGHS for a moment, beside each other until bound and best plan meet, there is certainly no plan, or the signal comes. */
export async function prove(problem: B2bProblem, found: Incumbent, options: ProveOptions): Promise<void> {
  const race = new Race(problem, found, options);
  const races = [race.optimise(), race.count(), options.annealed.then(() => race.decide())];
  await Promise.all(races.map((each) => race.watch(each)));
}

class Race {
  private readonly over = new AbortController();
  private readonly signal: AbortSignal;
  private overtaken = new AbortController();

  constructor(
    private readonly problem: B2bProblem,
    private readonly found: Incumbent,
    private readonly options: ProveOptions,
  ) {
    this.signal = AbortSignal.any([options.signal, this.over.signal]);
    options.annealed.then(
      () => this.news(),
      () => {},
    );
  }

  /** An engine that fails leaves the field to the other. */
  watch(work: Promise<void>): Promise<void> {
    return work.catch((error) => this.options.onTrouble?.(error));
  }

  async optimise(): Promise<void> {
    const { status, model } = await this.ask({ kind: 'fewest' }, OPTIMISING, this.signal, 'optimising');
    if (status === 'infeasible') this.found.infeasible = true;
    if (status === 'optimal' && model) this.found.raise(this.found.breaks ?? 0, 'optimising');
    this.news();
  }

  /** Any plan at all; then whether one has no more breaks than the bound, which is the optimum or one too low. */
  async decide(): Promise<void> {
    const { found } = this;
    while (!this.signal.aborted && !found.settled) {
      this.overtaken = new AbortController();
      const goal: Goal = found.breaks === null ? { kind: 'any' } : { kind: 'at_most', breaks: found.bound };
      const signal = AbortSignal.any([this.signal, this.overtaken.signal]);
      const { status } = await this.ask(goal, DECIDING, signal, 'deciding');
      if (status === 'infeasible' && goal.kind === 'any') found.infeasible = true;
      if (status === 'infeasible' && goal.kind === 'at_most') found.raise(goal.breaks + 1, 'deciding');
      this.news();
    }
  }

  /** Counts the crowd in whole people, which is quick or not worth the while. */
  async count(): Promise<void> {
    const { solveModel, fairness } = this.options;
    const lp = this.found.settled || !solveModel ? null : dayPatterns(this.problem, fairness);
    if (!solveModel || lp === null) return;
    const { status, bound } = await solveModel(lp, { seconds: COUNTING_SECONDS, signal: this.signal });
    if (status === 'infeasible') this.found.infeasible = true;
    if (bound !== null && Number.isFinite(bound)) this.found.raise(Math.ceil(bound - ROUNDING), 'counting');
    this.news();
  }

  private ask(goal: Goal, options: readonly string[], signal: AbortSignal, by: B2bProgress['by']) {
    const { problem, found } = this;
    return this.options.solveProgram(encode(problem, this.options.fairness, goal), {
      wanted: goal.kind === 'fewest' ? 'best' : 'first',
      options,
      signal,
      onModel: ({ atoms }) => {
        const slots = decode(problem, atoms);
        if (found.offer(slots, breaksOf(problem, slots), by)) this.news();
      },
      onBound: (bound) => {
        if (found.raise(bound, by)) this.news();
      },
    });
  }

  /** Ends what has become idle. */
  private news(): void {
    if (this.found.settled) this.over.abort();
    else this.overtaken.abort();
  }
}

function breaksOf(problem: B2bProblem, slots: readonly number[]): number {
  const used = Array.from({ length: problem.participants }, () => new Set<number>());
  problem.meetings.forEach(({ participants }, meeting) => {
    for (const each of participants) used[each]?.add(slots[meeting] as number);
  });
  const runs = used.map((set) => [...set].filter((slot) => !set.has(slot - 1)).length);
  return runs.reduce((sum, each) => sum + Math.max(0, each - 1), 0);
}
