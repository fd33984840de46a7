import { FACTORS, type Factor, FULL, type MatchFinding } from './factors';

/** How much each factor counts, whole numbers of 0 to 100; they need not make a hundred. */
export type Weights = Record<Factor, number>;

/** Where the office set none. */
export const USUAL_WEIGHTS: Weights = {
  sector: 30,
  round: 20,
  ticket: 20,
  region: 10,
  meetings: 10,
  wishes: 10,
};

export type Score = {
  /**
   * The weighted mean in thousandths, in which what is not known stands in the middle: of little knowledge comes no extreme score.
   * Null where nothing that counts is known.
   */
  points: number | null;
  /** The weighted mean of what is known alone. */
  known: number | null;
  /** How much of the weight stands on something known, in whole percent. */
  certainty: number;
};

/** What is not known speaks neither for a pair nor against it. */
const MIDDLE = FULL / 2;

/** `weights` by factor; one that counts nothing is not asked. All divisions are of whole numbers, rounded down. */
export function scoreOf(findings: readonly MatchFinding[], weights: Weights): Score {
  let [known, all, sum] = [0, 0, 0];
  for (const { factor, points } of findings) {
    all += weights[factor];
    if (points === null) continue;
    known += weights[factor];
    sum += weights[factor] * points;
  }
  return {
    points: known === 0 ? null : Math.floor((sum + (all - known) * MIDDLE) / all),
    known: known === 0 ? null : Math.floor(sum / known),
    certainty: all === 0 ? 0 : Math.floor((100 * known) / all),
  };
}

/** A score as it is shown, 0 to 100. */
export function shownScore(points: number): number {
  return Math.floor(points / 10);
}

/** `30,20,20,10,10,10` in the order of the factors, as an address carries weights that are tried; null if it is not that. */
export function readWeights(text: string): Weights | null {
  const figures = text.split(',').map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : Number.NaN));
  if (figures.length !== FACTORS.length || figures.some((each) => !(each <= 100))) return null;
  if (figures.every((each) => each === 0)) return null;
  return Object.fromEntries(FACTORS.map((factor, at) => [factor, figures[at]])) as Weights;
}

export function writeWeights(weights: Weights): string {
  return FACTORS.map((factor) => weights[factor]).join(',');
}

export type Ranked = { points: number; certainty: number; startupAt: number; investorAt: number };

/** The best first; among equals the more certain, then by the names of the startups and the investors. */
export function byScore(a: Ranked, b: Ranked): number {
  return (
    b.points - a.points ||
    b.certainty - a.certainty ||
    a.startupAt - b.startupAt ||
    a.investorAt - b.investorAt
  );
}
