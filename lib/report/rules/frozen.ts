import type { Sum } from '@/lib/amount/rules';
import type { NamedPerson } from '@/lib/core/shown-name';
import type { LastStep } from '@/lib/funnel/rules/figure';
import type { Funnel, WireMinor } from '@/lib/funnel/schema/figures';
import type { LiveRung } from '@/lib/pair/rules/item';
import type { PairStatus, Stage } from '@/lib/pair/rules/stages';

export type NamedStartup = { id: string; name: string; nameEn: string };
export type NamedInvestor = { id: string; name: string };

/** Where a pair stood by two clocks. Without a stage its log had not begun. `minor` in digits of minor units. */
export type PairStanding = {
  pairId: string;
  startup: NamedStartup;
  investor: NamedInvestor;
  stage: Stage | null;
  reached: Stage | null;
  status: PairStatus;
  reasonCode: string | null;
  met: Stage[];
  /** The last steps it ever reached. */
  steps: LastStep[];
  rung: LiveRung | null;
  minor: string | null;
  currency: string | null;
  /** Its amount is talk and the pair is closed: it stands in no sum. */
  leftOut: boolean;
};

export type Place = { reached: Stage | null; rung: LiveRung | null };
/** A pair that came further since the report before. */
export type Advance = {
  pairId: string;
  startup: NamedStartup;
  investor: NamedInvestor;
  from: Place;
  to: Place & { minor: WireMinor | null; currency: string | null };
};

/** What is kept of a report for ever: its figures and every name that is needed to read them. */
export type Frozen = {
  /** How this is to be read. In 1 the sums of talk still counted closed pairs; 2 leaves them out and tells them apart. */
  format: 1 | 2;
  program: { name: string; nameEn: string };
  /** The sum its sentence speaks of. */
  sum: Sum;
  funnel: Funnel;
  /** Whose pairs were counted. */
  parties: { startups: NamedStartup[]; investors: NamedInvestor[] };
  /** How many of each side had a meeting held. */
  met: { startups: number; investors: number };
  /** The number of the report before it, which `advanced` goes by; null of the first one. */
  previous: number | null;
  advanced: Advance[];
};

/** A report as it is listed. Instants are ISO with Z, days YYYY-MM-DD. */
export type ReportItem = {
  number: number;
  asOf: string;
  knownAt: string;
  sum: Sum;
  sentenceKo: string;
  sentenceEn: string;
  note: string | null;
  publishedAt: string;
  by: NamedPerson | null;
  means: string;
};
/** With how many entries about days up to its date were recorded at or after the instant it was known at. */
export type ListedReport = ReportItem & { changes: number };
export type Report = ReportItem & { figures: Frozen };
