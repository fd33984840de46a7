import type { NamedPerson } from '@/lib/core/shown-name';
import type { Gate, MeetingStage, PairStatus, ReasonCode, Stage } from './stages';

/** The rungs money can stand on, from the lowest; `rejected` and `on_hold` end the ladder and never stand in a pair. */
export const LIVE_RUNGS = [
  'interest',
  'discussed',
  'loi',
  'term_sheet',
  'committee',
  'signed',
  'paid',
  'follow_on',
] as const;
export type LiveRung = (typeof LIVE_RUNGS)[number];

/** What a list of pairs can be sorted by; a minus before it turns the order round. */
export const PAIR_SORTS = [
  'startup',
  'investor',
  'stage',
  'status',
  'amount',
  'since',
  'nextStepOn',
  'interest',
  'sector',
  'owner',
] as const;
export type PairSort = (typeof PAIR_SORTS)[number];

export type LiveAmount = { rung: LiveRung; minor: number; currency: string; effectiveOn: string };

/** A pair as lists, board, matrix and API show it. Instants are ISO with Z, days YYYY-MM-DD, `minor` whole minor units. */
export type PairItem = {
  id: string;
  startup: { id: string; name: string; nameEn: string; sector: string };
  investor: { id: string; name: string };
  stage: Stage;
  stageSince: string;
  status: PairStatus;
  reasonCode: ReasonCode | null;
  version: number;
  /** What counts: the latest amount of the highest live rung; empty without one. */
  amounts: LiveAmount[];
  interest: number | null;
  nextStep: { text: string; on: string | null; owner: NamedPerson | null } | null;
  owner: NamedPerson | null;
  /** The next one not yet over; seen from a past date, the one that then lay ahead. */
  nextMeeting: { id: string; stage: MeetingStage; startsAt: string; endsAt: string } | null;
  /** What a move forward would still ask for; empty in a view of the past, where nothing moves. */
  gates: Gate[];
};
