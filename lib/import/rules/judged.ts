import type { Refusal } from '@/lib/core/result';

export const VERDICTS = ['create', 'change', 'same', 'conflict', 'rejected', 'skipped'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What is wrong with a cell, or with the row (`field` null); `readings`: what may be meant, each as it would be typed. */
export type CellProblem = {
  field: string | null;
  reason: string;
  params?: Record<string, string | number>;
  readings?: string[];
  /** What a person may answer: the record that is meant, by its id, or one of the words. */
  choices?: Choice[];
};
export type Choice = { decision: string; name?: string };

/** One value that a row changes, as people read it. */
export type CellChange = { field: string; from: string | null; to: string };

/** What becomes of a row. `write` is what the noun's command is given; it is judged anew whenever it is needed. */
export type Judged<Write = unknown> = {
  verdict: Verdict;
  /** What makes two rows of the file the same; null where that cannot be said. */
  key: string | null;
  target: { id: string; name: string } | null;
  problems: CellProblem[];
  changes: CellChange[];
  write: Write | null;
};

export const rejected = (problems: CellProblem[], key: string | null = null): Judged<never> => ({
  ...{ verdict: 'rejected', key, target: null, problems, changes: [], write: null },
});

type Of = { id: string; name: string };

/** A row that makes something new. */
export const creates = <Write>(key: string, changes: CellChange[], write: Write): Judged<Write> => ({
  ...{ verdict: 'create', key, target: null, problems: [], changes, write },
});

/** A row about what is there; without changes there is nothing to write. */
export const changesOn = <Write>(
  { id, name }: Of,
  changes: CellChange[],
  write: Write,
  key = id,
): Judged<Write> =>
  changes.length === 0
    ? { verdict: 'same', key, target: { id, name }, problems: [], changes, write: null }
    : { verdict: 'change', key, target: { id, name }, problems: [], changes, write };

/** Somebody has to say something first. */
export const conflict = (
  problem: CellProblem,
  key: string | null,
  changes: CellChange[] = [],
): Judged<never> => ({
  ...{ verdict: 'conflict', key, target: null, problems: [problem], changes, write: null },
});

/** A schema's refusals at the columns of the row; what no column holds is the row's. */
export function problemsOf(refusals: readonly Refusal[], fields: readonly string[]): CellProblem[] {
  return refusals.map(({ reason, field = [], params }) => {
    const found = field.find((part) => fields.includes(String(part)));
    return { field: found === undefined ? null : String(found), reason, ...(params ? { params } : {}) };
  });
}

/** A row for a record that an earlier row is for. */
export const TWIN = 'twice_in_file';

/** Of two rows for the same record only one can be meant: the later ones are told which row came first. */
export function tellTwins(rows: readonly { number: number; judged: Judged }[]): void {
  const first = new Map<string, number>();
  for (const { number, judged } of rows) {
    if (judged.key === null || judged.verdict === 'rejected' || judged.verdict === 'skipped') continue;
    const before = first.get(judged.key);
    if (before === undefined) {
      first.set(judged.key, number);
      continue;
    }
    judged.verdict = 'conflict';
    judged.write = null;
    judged.problems = [
      { field: null, reason: TWIN, params: { row: before }, choices: [{ decision: 'skip' }] },
    ];
  }
}

export type Counts = Record<Verdict, number>;

export function verdictCounts(rows: readonly { judged: { verdict: Verdict } }[]): Counts {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Counts;
  for (const { judged } of rows) counts[judged.verdict] += 1;
  return counts;
}
