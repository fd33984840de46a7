import { fractionDigits, isCurrency } from '@/lib/core/currencies';
import { SECTORS } from '@/lib/party/rules';
import { type Region, ROUNDS, type Round, type Sought, type Ticket } from '@/lib/party/rules/terms';
import type { WishWord } from '@/lib/timetable/rules/words';

/** What is compared between a startup and an investor, in the order in which the reasons are given. */
export const FACTORS = ['sector', 'round', 'ticket', 'region', 'meetings', 'wishes'] as const;
export type Factor = (typeof FACTORS)[number];

/** Points of a factor where everything speaks for the pair. */
export const FULL = 1000;

/** Why a factor has the points it has; their sentences stand in messages as match.reason.<key>. */
export const REASONS = [
  'sector_in_focus',
  'sector_not_in_focus',
  'sector_open',
  'focus_unknown',
  'focus_in_own_words',
  'round_joined',
  'round_next_to',
  'round_far',
  'round_unknown',
  'rounds_unknown',
  'ticket_fits',
  'ticket_part',
  'ticket_too_large',
  'sought_unknown',
  'ticket_unknown',
  'currencies_differ',
  'region_shared',
  'region_apart',
  'region_unknown',
  'meetings_interest',
  'meetings_without_outcome',
  'meetings_none',
  'wish_must',
  'wish_like',
  'wish_neutral',
  'wishes_none',
] as const;
type Reason = (typeof REASONS)[number];

/** What a sentence names: keys of sectors, rounds and regions, money, counts. */
type ReasonFacts = {
  sector?: string;
  rounds?: readonly Round[];
  regions?: readonly Region[];
  sought?: Sought;
  ticket?: Ticket;
  percent?: number;
  held?: number;
  interest?: number;
};
/** Points of 0 to FULL; null where it is not known, which speaks neither for the pair nor against it. */
export type MatchFinding = { factor: Factor; points: number | null; reason: Reason; named: ReasonFacts };

export type StartupTerms = {
  sector: string;
  round: Round | '';
  sought: Sought | null;
  regions: readonly Region[];
};
export type InvestorTerms = {
  /** Sector keys, and own words where none fits. */
  focus: readonly string[];
  rounds: readonly Round[];
  ticket: Ticket | null;
  regions: readonly Region[];
};
export type PairEvidence = {
  /** Meetings held, of whichever stage. */
  held: number;
  /** Of the last outcome, 1 to 5. */
  interest: number | null;
  /** The strongest word of all sides; a pair with a no-thanks is not scored at all. */
  wish: Exclude<WishWord, 'no_thanks'> | null;
};

/** So much of the program's currency is one unit of another, in hundred-millionths: RATE_UNIT for its own. */
export type Rates = ReadonlyMap<string, bigint>;

export const RATE_UNIT = 10n ** 8n;

/** One finding for each factor, in their order. */
export function findingsOf(
  startup: StartupTerms,
  investor: InvestorTerms,
  evidence: PairEvidence,
  rates: Rates,
): MatchFinding[] {
  return [
    sectorFinding(startup.sector, investor.focus),
    roundFinding(startup.round, investor.rounds),
    ticketFinding(startup.sought, investor.ticket, rates),
    regionFinding(startup.regions, investor.regions),
    meetingsFinding(evidence),
    wishesFinding(evidence),
  ];
}

function found(factor: Factor, points: number | null, reason: Reason, named: ReasonFacts = {}): MatchFinding {
  return { factor, points, reason, named };
}

/** `other` names no sector: it is compared with nothing, on either side. */
const OPEN = 'other';

function sectorFinding(sector: string, focus: readonly string[]): MatchFinding {
  if (focus.length === 0) return found('sector', null, 'focus_unknown');
  if (sector === OPEN) return found('sector', null, 'sector_open');
  if (focus.includes(sector)) return found('sector', FULL, 'sector_in_focus', { sector });
  // What people wrote in words of their own cannot be compared with a sector.
  const isKnown = focus.some((each) => each !== OPEN && SECTORS.some((key) => key === each));
  return isKnown
    ? found('sector', 0, 'sector_not_in_focus', { sector })
    : found('sector', null, 'focus_in_own_words');
}

function roundFinding(round: Round | '', rounds: readonly Round[]): MatchFinding {
  if (round === '') return found('round', null, 'round_unknown');
  if (rounds.length === 0) return found('round', null, 'rounds_unknown');
  const steps = Math.min(...rounds.map((each) => Math.abs(ROUNDS.indexOf(each) - ROUNDS.indexOf(round))));
  const named = { rounds: [round] };
  if (steps === 0) return found('round', FULL, 'round_joined', named);
  return steps === 1
    ? found('round', FULL / 2, 'round_next_to', named)
    : found('round', 0, 'round_far', named);
}

/**
 * Whether the investor's ticket and what the startup seeks fit: wholly where it lies between both ends; in the proportion
 * of the two where the ticket is only a part of it, or where even the smallest ticket is more than is sought.
 */
function ticketFinding(sought: Sought | null, ticket: Ticket | null, rates: Rates): MatchFinding {
  if (!sought) return found('ticket', null, 'sought_unknown');
  if (!ticket) return found('ticket', null, 'ticket_unknown', { sought });
  const named = { sought, ticket };
  const isOne = sought.currency === ticket.currency;
  // Two amounts of one currency need no rate.
  const from = isOne ? RATE_UNIT : rates.get(sought.currency);
  const to = isOne ? RATE_UNIT : rates.get(ticket.currency);
  if (from === undefined || to === undefined) return found('ticket', null, 'currencies_differ', named);
  const seeks = inCommon(sought.minor, sought.currency, from);
  const least = ticket.min === null ? null : inCommon(ticket.min, ticket.currency, to);
  const most = ticket.max === null ? null : inCommon(ticket.max, ticket.currency, to);
  if (most !== null && seeks > most) {
    const points = Number((BigInt(FULL) * most) / seeks);
    return found('ticket', points, 'ticket_part', { ...named, percent: Math.floor(points / 10) });
  }
  if (least !== null && seeks < least)
    return found('ticket', Number((BigInt(FULL) * seeks) / least), 'ticket_too_large', named);
  return found('ticket', FULL, 'ticket_fits', named);
}

/** An amount in a unit that all currencies share, exactly: of two amounts, only which is more, and how much, is asked. */
function inCommon(minor: number, currency: string, rate: bigint): bigint {
  const digits = isCurrency(currency) ? fractionDigits(currency) : 2;
  return BigInt(minor) * rate * 10n ** BigInt(4 - digits);
}

function regionFinding(startup: readonly Region[], investor: readonly Region[]): MatchFinding {
  if (startup.length === 0 || investor.length === 0) return found('region', null, 'region_unknown');
  const regions = startup.filter((region) => investor.includes(region));
  return regions.length > 0
    ? found('region', FULL, 'region_shared', { regions })
    : found('region', 0, 'region_apart', { regions: investor });
}

/** By the interest of the last outcome: 1 is none, 5 is all. A meeting that nobody wrote of says nothing. */
function meetingsFinding({ held, interest }: PairEvidence): MatchFinding {
  if (held === 0) return found('meetings', null, 'meetings_none');
  if (interest === null) return found('meetings', null, 'meetings_without_outcome', { held });
  return found('meetings', ((interest - 1) * FULL) / 4, 'meetings_interest', { held, interest });
}

const WISH_POINTS = { must: FULL, like: 750, neutral: 500 } as const;

function wishesFinding({ wish }: PairEvidence): MatchFinding {
  return wish === null
    ? found('wishes', null, 'wishes_none')
    : found('wishes', WISH_POINTS[wish], `wish_${wish}`);
}
