import type { PersonName } from '@/lib/core/shown-name';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { TimetableFigures, TimetableProof } from './figures';
import type { NothingToPlace } from './nothing';
import type { TimetableState } from './words';

export type TimetableRules = {
  startupFloor: number;
  investorFloor: number;
  startupMax: number | null;
  investorMax: number | null;
  startupRestAfter: number | null;
  investorRestAfter: number | null;
  tablesAtOnce: number | null;
  bufferMinutes: number;
  /** 0 until somebody has set them. */
  version: number;
};

/** Instants are ISO with Z; `day` is the day of the stage's zone, YYYY-MM-DD. */
export type StageSlot = { id: string; startsAt: string; endsAt: string; day: string };
export type StageTable = { id: string; name: string };

/** A line of the list of drafts, or of the history of versions. */
export type TimetableItem = {
  id: string;
  stage: MeetingStage;
  name: string;
  /** Of a version: 1, 2, 3 ...; null for a draft. */
  number: number | null;
  state: TimetableState;
  note: string | null;
  placed: number;
  proof: TimetableProof | null;
  version: number;
  basedOn: string | null;
  createdAt: string;
  createdBy: PersonName | null;
  publishedAt: string | null;
  publishedBy: PersonName | null;
};

/** The set-up of one stage. */
export type StageSetup = {
  stage: MeetingStage;
  /** The stage's own zone, and the other place that reads it (home, or the venue); the same where there is only one. */
  zone: string;
  otherZone: string;
  startsOn: string;
  endsOn: string;
  meetingMinutes: number;
  usesTables: boolean;
};

export type TimetableOverview = {
  setup: StageSetup;
  rules: TimetableRules;
  slots: StageSlot[];
  tables: StageTable[];
  counts: {
    startups: number;
    investors: number;
    wishes: number;
    musts: number;
    /** Slots by tables, blackouts of tables taken off. */
    seats: number;
    blackouts: number;
    /** Meetings of the stage that stand: scheduled, held or missed. */
    meetings: number;
    held: number;
  };
  published: (TimetableItem & { figures: TimetableFigures }) | null;
  /** Latest first. */
  drafts: TimetableItem[];
  /** Published, replaced and withdrawn ones, latest first. */
  history: TimetableItem[];
  /** Discarded drafts, latest first; they can be brought back. */
  discarded: TimetableItem[];
  /** Whether the last publication can be taken back. */
  canUndo: boolean;
  /** Why the stage has nothing to place, or null. */
  nothing: NothingToPlace | null;
};
