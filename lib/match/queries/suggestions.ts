import { readCursor, writeCursor } from '@/lib/platform/cursor';
import { InvalidInput, programQuery } from '@/lib/platform/query';
import { matchOperations } from '../operations';
import { canReadSuggestions } from '../policy';
import { findingsOf, type MatchFinding, type PairEvidence } from '../rules/factors';
import { missingOfInvestor, missingOfStartup } from '../rules/missing';
import { byScore, type Ranked, readWeights, scoreOf, shownScore, type Weights } from '../rules/score';
import { type Incomplete, listSuggestionsInput, type Suggestion, suggestionPage } from '../schema';
import { loadMatchFacts, type MatchFacts, type MatchPair } from './facts';
import { reasonWords } from './reason-words';
import { readKeptWeights } from './weights';

type PairToScore = MatchPair & PairEvidence;
type Scored = Ranked & { known: number; pair: PairToScore };
type Wanted = { certainty: number; withWished: boolean };
type LeftOut = { uncertain: number; wished: number; notToMeet: number };

const MOST_INCOMPLETE = 20;

/**
 * The open pairs of a program, of a startup or of an investor, the best score first. Scored in memory by the weights that
 * are kept, or by those that are tried: 60,000 pairs are read in one statement.
 */
export const listSuggestions = programQuery({
  operation: matchOperations.listSuggestions,
  input: listSuggestionsInput,
  output: suggestionPage,
  may: canReadSuggestions,
  isWide: true,
  run: async (tx, scope, { startup, investor, weights: tried, limit = 50, cursor, ...wanted }) => {
    const after = readPlace(cursor);
    const kept = await readKeptWeights(tx, scope.programId);
    const facts = await loadMatchFacts(tx, scope, { startup, investor });
    const weights = (tried === undefined ? null : readWeights(tried)) ?? kept.weights;
    const { ranked, leftOut } = rank(facts, weights, {
      certainty: wanted.certainty ?? 0,
      withWished: wanted.wished === 'with',
    });
    const begin = after ? ranked.filter((each) => byScore(each, after) <= 0).length : 0;
    const page = ranked.slice(begin, begin + limit);
    const words = reasonWords(scope.viewer.locale);
    const last = page.at(-1);
    const incomplete = listIncomplete(facts, { startup, investor });
    return {
      items: page.map((scored) => suggestionOf(scored, facts, words)),
      nextCursor: last && begin + limit < ranked.length ? cursorOf(last) : null,
      total: ranked.length,
      leftOut,
      incomplete: incomplete.slice(0, MOST_INCOMPLETE),
      incompleteCount: incomplete.length,
      kept,
    };
  },
});

/** Where a page ends, by what it is ranked by: a pair that somebody has wished for since, and so is gone, leaves its place. */
function cursorOf({ points, certainty, startupAt, investorAt, pair }: Scored): string {
  return writeCursor({ key: [points, certainty, startupAt, investorAt].join(' '), id: pair.id });
}

/** Null without a cursor. Throws InvalidInput for one of another list. */
function readPlace(cursor: string | undefined): Ranked | null {
  const place = readCursor(cursor);
  if (!place) return null;
  if (!/^\d{1,6}(?: \d{1,6}){3}$/.test(place.key))
    throw new InvalidInput([{ reason: 'invalid', field: ['cursor'] }]);
  const [points = 0, certainty = 0, startupAt = 0, investorAt = 0] = place.key.split(' ').map(Number);
  return { points, certainty, startupAt, investorAt };
}

const mayMeet = (pair: MatchPair): pair is PairToScore => pair.wish !== 'no_thanks';

/** What is not suggested: closed pairs, those of a no-thanks, and those wished for already or too little known, which are counted. */
function rank(
  facts: MatchFacts,
  weights: Weights,
  { certainty, withWished }: Wanted,
): { ranked: Scored[]; leftOut: LeftOut } {
  const leftOut = { uncertain: 0, wished: 0, notToMeet: 0 };
  const ranked: Scored[] = [];
  for (const pair of facts.pairs) {
    const startup = facts.startups.get(pair.startupId);
    const investor = facts.investors.get(pair.investorId);
    if (!startup || !investor || pair.status !== 'open') continue;
    if (!mayMeet(pair)) leftOut.notToMeet += 1;
    else if (!withWished && (pair.wish === 'must' || pair.wish === 'like')) leftOut.wished += 1;
    else {
      const score = scoreOf(findingsOf(startup, investor, pair, facts.rates), weights);
      if (score.points === null || score.known === null || score.certainty < certainty)
        leftOut.uncertain += 1;
      else {
        const rank = { points: score.points, known: score.known, certainty: score.certainty };
        ranked.push({ ...rank, startupAt: startup.at, investorAt: investor.at, pair });
      }
    }
  }
  return { ranked: ranked.sort(byScore), leftOut };
}

/** With its findings made again: those of all pairs would be kept in memory for the few of a page. */
function suggestionOf(
  { points, known, certainty, pair }: Scored,
  { startups, investors, rates }: MatchFacts,
  words: (finding: MatchFinding) => string,
): Suggestion {
  const startup = startups.get(pair.startupId);
  const investor = investors.get(pair.investorId);
  if (!startup || !investor) throw new RangeError('a pair is ranked without its parties');
  return {
    pair: { id: pair.id, stage: pair.stage, status: pair.status },
    startup: { id: startup.id, name: startup.name, nameEn: startup.nameEn, sector: startup.sector },
    investor: { id: investor.id, name: investor.name },
    score: shownScore(points),
    knownScore: shownScore(known),
    certainty,
    findings: findingsOf(startup, investor, pair, rates).map((finding) => ({
      ...{ factor: finding.factor, points: finding.points, reason: finding.reason },
      words: words(finding),
    })),
    wish: pair.wish,
    own: pair.own,
  };
}

/** Parties asked about that have terms missing, those with most first, then by name. */
function listIncomplete(
  { startups, investors }: MatchFacts,
  asked: { startup: string | undefined; investor: string | undefined },
): Incomplete[] {
  const ofStartups = [...startups.values()]
    .filter(({ id }) => asked.startup === undefined || asked.startup === id)
    .map((startup): Incomplete => {
      const { id, name, nameEn } = startup;
      return { kind: 'startup', id, name, nameEn, missing: missingOfStartup(startup) };
    });
  const ofInvestors = [...investors.values()]
    .filter(({ id }) => asked.investor === undefined || asked.investor === id)
    .map((investor): Incomplete => {
      const { id, name } = investor;
      return { kind: 'investor', id, name, nameEn: name, missing: missingOfInvestor(investor) };
    });
  return [...ofStartups, ...ofInvestors]
    .filter(({ missing }) => missing.length > 0)
    .sort((a, b) => b.missing.length - a.missing.length);
}
