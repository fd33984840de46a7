import { type PairStatus, STAGES, STATUSES, type Stage } from './stages';

/** What one square of the matrix says of its pair. */
export type MatrixCell = {
  stage: Stage;
  status: PairStatus;
  /** There is a live amount. */
  money: boolean;
  /** The pair is in the filtered set. */
  matches: boolean;
  /** It reached the main session, wherever it stands now. */
  reachedMain: boolean;
  /** The words searched for are in one of its two names. */
  named: boolean;
};

/** Two characters a pair, so that 60,000 of them travel as text: stage and status as a letter, four flags as a hex digit. */
export const CELL_WIDTH = 2;
const FIRST_LETTER = 97;
const FLAGS = ['money', 'matches', 'reachedMain', 'named'] as const;

export function cellCode(cell: MatrixCell): string {
  const letter = STAGES.indexOf(cell.stage) * STATUSES.length + STATUSES.indexOf(cell.status);
  const flags = FLAGS.reduce((sum, flag, bit) => sum + (cell[flag] ? 2 ** bit : 0), 0);
  return String.fromCharCode(FIRST_LETTER + letter) + flags.toString(16);
}

/** The cell at `column` of a row of codes; null where there is no pair. */
export function cellAt(row: string, column: number): MatrixCell | null {
  const letter = row.charCodeAt(column * CELL_WIDTH) - FIRST_LETTER;
  const flags = Number.parseInt(row.charAt(column * CELL_WIDTH + 1), 16);
  const stage = STAGES[Math.floor(letter / STATUSES.length)];
  const status = STATUSES[letter % STATUSES.length];
  if (!stage || !status || Number.isNaN(flags)) return null;
  const [money, matches, reachedMain, named] = FLAGS.map((_, bit) => (flags & (2 ** bit)) !== 0);
  return {
    stage,
    status,
    money: money === true,
    matches: matches === true,
    reachedMain: reachedMain === true,
    named: named === true,
  };
}
