/**
 * What investors ask, as chips of one tap: kept as these keys so that both languages read them. Other words go in as
 * they were typed.
 */
export const ASKED_TOPICS = [
  'demo',
  'revenue',
  'patents',
  'team',
  'us_entity',
  'clinical',
  'customers',
  'price',
  'valuation',
  'competition',
  'regulation',
  'timeline',
] as const;
export type AskedTopic = (typeof ASKED_TOPICS)[number];

export function isAskedTopic(text: string): text is AskedTopic {
  return (ASKED_TOPICS as readonly string[]).includes(text);
}
