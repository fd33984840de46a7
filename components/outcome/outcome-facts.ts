import type { Option } from '@/components/ui/select';
import type { Step } from '@/lib/outcome/rules';
import type { Met, OutcomeDraft } from './outcome-draft';

/** What the form is told by its page: plain data, words already in the reader's language. */
export type OutcomeFacts = {
  slug: string;
  personId: string;
  meeting: { id: string; version: number /** Whom the outcome is about. */; title: string };
  /** A startup's person says "we" and "they", the office names the sides. */
  asStartup: boolean;
  initial: OutcomeDraft;
  /** How the meeting may be told to have gone; what the server would refuse is not among them. */
  offered: readonly Met[];
  /** An outcome stands already; this one corrects it. */
  corrects: boolean;
  /** Days YYYY-MM-DD of the program's home zone, to pick a date by one tap. */
  soon: readonly { days: number; on: string }[];
  currencies: readonly Option[];
  rungs: readonly Option[];
  /** The pair's next step as the page was read: another one is not replaced unseen. */
  seenStep: Step;
  isPairClosed: boolean;
  mayReopen: boolean;
  /** Other meetings that still want an outcome, the next first. */
  next: readonly NextToLog[];
};

type NextToLog = { id: string; title: string; when: string };
