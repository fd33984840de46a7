/**
 * What the solver asks of the outside world. The rules know no clock and start no engine: both come in as arguments, so
 * that the same code runs on the command line, in a worker and in a test.
 */

/** Asked often; true ends the search, and what has been found so far is the answer. */
export type ShouldStop = () => boolean;

type ExactResult = {
  status: 'optimal' | 'infeasible' | 'stopped';
  objective: number | null;
  /** What the engine says no solution can beat. */
  bound: number | null;
  values: Float64Array | null;
};

/** A mixed-integer program as CPLEX LP text in, its answer by variable name out; it may run in another thread. */
export type SolveMip = (
  lp: string,
  limits: { seconds: number },
) => Promise<ExactResult & { byName: Record<string, number> }>;

/** A linear program as CPLEX LP text; `duals` are the row prices by row name; rows left out have 0. */
export type SolveLp = (
  lp: string,
  limits: { seconds: number },
) => Promise<{
  status: ExactResult['status'];
  objective: number | null;
  byName: Record<string, number>;
  duals: Record<string, number>;
}>;

/** The exact engines a caller may hand in. Without them the solver proves what its own bounds prove. */
export type Engines = { solveMip?: SolveMip; solveLp?: SolveLp };

export const neverStop: ShouldStop = () => false;
