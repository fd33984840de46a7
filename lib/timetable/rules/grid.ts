import type { MeetingState } from '@/lib/meeting/rules';
import type { TimetableFigures, TimetableProof } from './figures';
import type { NothingToPlace } from './nothing';
import type { StageSetup, StageSlot, StageTable, TimetableItem, TimetableRules } from './overview';
import type { WishItem } from './wishes';
import type { WishWord } from './words';

export type GridMeeting = {
  pairId: string;
  startupId: string;
  investorId: string;
  slotId: string;
  tableId: string | null;
  isLocked: boolean;
  /** Held or missed: the draft cannot move it any more. */
  isPast: boolean;
  /** How the booked meeting of this pair stands, if there is one at this very slot and table. */
  state: MeetingState | null;
  meetingId: string | null;
  wish: WishWord | null;
  weight: number;
};

export type GridParty = { id: string; name: string; nameEn: string };

/** All that the grid needs. Ids everywhere; names stand once. */
export type TimetableGrid = {
  timetable: TimetableItem;
  setup: StageSetup;
  rules: TimetableRules;
  slots: StageSlot[];
  tables: StageTable[];
  startups: GridParty[];
  investors: GridParty[];
  meetings: GridMeeting[];
  /** Party or table id to the ids of the slots it cannot be given: away, or busy outside this grid. */
  away: Record<string, string[]>;
  /** Party id to table id. */
  fixedTables: Record<string, string>;
  /** Wishes that have no place, heaviest first. */
  unplaced: WishItem[];
  figures: TimetableFigures;
  /** Null where it was not solved, or changed by hand since. */
  proof: TimetableProof | null;
  /** Why the stage has nothing to place, or null. */
  nothing: NothingToPlace | null;
  /** How many meetings of the stage stand in its slots now: a publication may cancel them. */
  standing: number;
};

/** Why a pair cannot go to a slot: the reason's key of messages `timetable.refusal`, and who or what stands there. */
export type TargetBlock = { reason: string; message: string; pairId: string | null };

/** One a slot, in the order of slots; `table` is the table it would get. */
export type LegalTarget = { slotId: string; tableId: string | null; block: TargetBlock | null };
export type LegalTargets = { pairId: string; targets: LegalTarget[] };
