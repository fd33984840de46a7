/** What goes to the thread that runs clingo, and what comes back. */

/** `best` goes on to an optimal model, `first` ends at any. */
export type ClingoTask = { program: string; wanted: 'best' | 'first'; options: readonly string[] };

export type ClingoReport =
  | { kind: 'model'; model: ClingoModel }
  /** No model costs less. */
  | { kind: 'bound'; bound: number }
  | { kind: 'done'; answer: 'optimal' | 'satisfiable' | 'infeasible' | 'stopped' }
  | { kind: 'failed'; message: string };

/** One stable model: the atoms shown, as text, and its cost where the program minimises. */
export type ClingoModel = { atoms: string[]; cost: number | null };
