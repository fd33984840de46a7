/*
 * The terms of a party: which round a startup raises, how much it seeks and where it is at home; which rounds an investor
 * joins, with how much, and where. Match suggestions compare them. What nobody said is unknown, not a no.
 */

/** Rounds of investment, from the earliest; their words stand in messages as party.round.<key>. */
export const ROUNDS = ['pre_seed', 'seed', 'series_a', 'series_b', 'series_c', 'growth'] as const;
export type Round = (typeof ROUNDS)[number];

/** Their words stand in messages as party.region.<key>. */
export const REGIONS = [
  'korea',
  'japan',
  'china',
  'southeast_asia',
  'india',
  'middle_east',
  'europe',
  'north_america',
  'latin_america',
  'africa',
  'oceania',
] as const;
export type Region = (typeof REGIONS)[number];

/** Whole minor units of a currency. */
export type Sought = { minor: number; currency: string };
/** What an investor puts into one company, in whole minor units; null leaves that end open, but never both. */
export type Ticket = { min: number | null; max: number | null; currency: string };

type Money = { sought?: Sought | null; ticket?: Ticket | null };

/** What is written of a profile as its table has it: the money of its terms in columns of its own. */
export function termColumns<Profile extends object>(profile: Profile): object {
  const { sought, ticket, ...rest } = profile as Money & object;
  return {
    ...rest,
    ...(sought !== undefined && {
      soughtMinor: sought?.minor ?? null,
      soughtCurrency: sought?.currency ?? null,
    }),
    ...(ticket !== undefined && {
      ticketMin: ticket?.min ?? null,
      ticketMax: ticket?.max ?? null,
      ticketCurrency: ticket?.currency ?? null,
    }),
  };
}
