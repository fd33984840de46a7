import { isCurrency } from '@/lib/core/currencies';

/** The interest logged with the last outcome, or none logged. */
export const INTERESTS = ['5', '4', '3', '2', '1', 'none'] as const;
export type InterestFilter = (typeof INTERESTS)[number];

/** When the next meeting is, by days of the program's zone from the as-of day on: `week` is one to seven days ahead. */
export const NEXT_MEETINGS = ['today', 'week', 'later', 'none'] as const;
export type NextMeetingFilter = (typeof NEXT_MEETINGS)[number];

/** Stands for the owner of pairs that have none. */
export const NO_OWNER = 'none';

/** What of the filter is counted value by value: all of it but the words searched for. */
export const FACET_KEYS = [
  'stage',
  'status',
  'interest',
  'rung',
  'amount',
  'nextMeeting',
  'owner',
  'sector',
  'startup',
  'investor',
  'reason',
  'reached',
  'met',
  'overdue',
  'unscheduled',
] as const;
export type FacetKey = (typeof FACET_KEYS)[number];

/** Live amounts of one currency, in whole minor units, both ends included; null leaves an end open. */
export type AmountRange = { currency: string; from: number | null; to: number | null };

const HIGHEST = 1_000_000_000_000_000;

/** `KRW:100000000-500000000`, `KRW:100000000-`, `KRW:-500000000`, or `KRW:-` for every amount in won. */
export function readAmountRange(text: string): AmountRange | null {
  const [, currency = '', low = '', high = ''] = /^([A-Z]{3}):(\d{0,16})-(\d{0,16})$/.exec(text) ?? [];
  if (!isCurrency(currency)) return null;
  const [from, to] = [end(low), end(high)];
  const isInOrder = (from ?? 0) <= (to ?? HIGHEST) && (from ?? 0) <= HIGHEST && (to ?? 0) <= HIGHEST;
  return isInOrder ? { currency, from, to } : null;
}

export function writeAmountRange({ currency, from, to }: AmountRange): string {
  return `${currency}:${from ?? ''}-${to ?? ''}`;
}

function end(digits: string): number | null {
  return digits === '' ? null : Number(digits);
}
