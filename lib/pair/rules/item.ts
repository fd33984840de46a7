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
