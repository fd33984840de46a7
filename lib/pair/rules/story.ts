import type { Means } from '@/lib/core/scope';
import type { NamedPerson, PersonName } from '@/lib/core/shown-name';
import type { NoteVisibility } from '../schema';
import type { MeetingStage, PairStatus, Stage } from './stages';

export type LogEntry = {
  id: string;
  /** When it happened and when we learned of it: ISO with Z. */
  effectiveAt: string;
  recordedAt: string;
  voided: boolean;
  by: NamedPerson | null;
  means: Means;
  reason: string | null;
};

/** One line of the stage log; the first has `from: null`. */
export type StageLogEntry = LogEntry & { from: Stage | null; to: Stage };
export type StatusLogEntry = LogEntry & { from: PairStatus; to: PairStatus; reasonCode: string | null };

/** A note as its readers see it. Instants are ISO with Z; `mine` may be edited by the viewer. */
export type PairNote = {
  id: string;
  body: string;
  visibility: NoteVisibility;
  /** Whose people wrote it. */
  side: 'startup' | 'program';
  by: NamedPerson | null;
  createdAt: string;
  editedAt: string | null;
  version: number;
  mine: boolean;
};

/** What happened, by kind. `minor` in minor units; days YYYY-MM-DD, instants ISO with Z. */
export type Happening =
  | { kind: 'stage'; from: Stage | null; to: Stage; reason: string | null }
  | { kind: 'status'; from: PairStatus; to: PairStatus; reasonCode: string | null; reason: string | null }
  | { kind: 'void'; of: 'stage' | 'status' | 'amount'; what: string; reason: string | null }
  | {
      kind: 'meeting';
      event: 'booked' | 'moved' | 'changed' | 'cancelled' | 'held' | 'no_show' | 'reopened';
      meetingId: string;
      stage: MeetingStage;
      startsAt: string;
      endsAt: string;
      side: 'startup' | 'investor' | 'both' | null;
      reason: string | null;
    }
  | {
      kind: 'outcome';
      meetingId: string;
      stage: MeetingStage;
      interest: number;
      nextStep: string | null;
      nextStepOn: string | null;
    }
  | {
      kind: 'amount';
      rung: string;
      minor: number | null;
      currency: string | null;
      source: string;
      effectiveOn: string;
      evidence: string | null;
      reason: string | null;
    }
  | {
      kind: 'wave';
      months: number;
      state: 'talking' | 'invested' | 'ended' | 'no_contact';
      note: string | null;
    }
  | { kind: 'note'; visibility: NoteVisibility; side: 'startup' | 'program'; body: string }
  | {
      kind: 'edit';
      changes: { nextStep?: string | null; nextStepOn?: string | null };
      nextStepOwner: PersonName | null;
      owner: PersonName | null;
      fields: string[];
    };

/** One line of a pair's story: when it happened, when we learned of it, who wrote it down and by what means. */
export type TimelineEntry = {
  id: string;
  at: string;
  recordedAt: string;
  /** Learned of on a later day than it happened. */
  late: boolean;
  voided: boolean;
  by: NamedPerson | null;
  /** Null of a note, which is not kept with it. */
  means: Means | null;
  happening: Happening;
};

/** Who may own a pair's next step; only the office's people may own the pair itself. */
export type PossibleOwner = NamedPerson & { side: 'program' | 'startup' };
