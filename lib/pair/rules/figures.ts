import type { NamedPerson } from '@/lib/core/shown-name';
import type { LiveRung } from './item';

/** Money at one rung in one currency, and how many pairs and startups it comes from. `minor`: digits of minor units. */
export type RungSum = { rung: LiveRung; currency: string; minor: string; pairs: number; startups: number };

/** A filtered set of pairs in figures, as of its date. Rungs and currencies are never added up. */
export type PairSummary = {
  /** Pairs the viewer may see at all, and those the filter keeps. */
  all: number;
  pairs: number;
  startups: number;
  investors: number;
  /** Of the kept ones: that reached the main session; open in follow-up; with a next step past its date. */
  reachedMain: number;
  inFollowUp: number;
  overdue: number;
  sums: RungSum[];
  /** Talk of closed pairs: in none of the sums. */
  leftOut: RungSum[];
};

/** What a reader may filter pairs by, and whom a pair's work can be given to. */
export type PairFacets = {
  startups: { id: string; name: string; nameEn: string; sector: string }[];
  investors: { id: string; name: string }[];
  /** The office's people (`startupId` null) and those of startups, by name. */
  people: (NamedPerson & { startupId: string | null })[];
};
