import { setMatchWeights } from '@/lib/match/commands/weights';
import { getScoreRecord } from '@/lib/match/queries/score-record';
import { listSuggestions } from '@/lib/match/queries/suggestions';
import type { Bound } from '@/lib/platform/bound';
import { fixTable, paintBlackouts } from '@/lib/timetable/commands/blackouts';
import { createDraft, discardDraft, renameDraft, restoreDraft } from '@/lib/timetable/commands/draft';
import { sayOwnWishes } from '@/lib/timetable/commands/own-wishes';
import {
  lockMeetings,
  moveInDraft,
  placeMeeting,
  removeFromDraft,
  swapMeetings,
} from '@/lib/timetable/commands/place';
import { publishTimetable } from '@/lib/timetable/commands/publish';
import { takeRepair } from '@/lib/timetable/commands/repair';
import { setRules } from '@/lib/timetable/commands/rules';
import { startSolve, stopSolve } from '@/lib/timetable/commands/solve';
import { undoPublish } from '@/lib/timetable/commands/undo';
import { sayWish, weighPair, weighPairs } from '@/lib/timetable/commands/wishes';
import { getBlackouts } from '@/lib/timetable/queries/blackouts';
import { compareTimetables } from '@/lib/timetable/queries/compare';
import { getGrid } from '@/lib/timetable/queries/grid';
import { getOverview } from '@/lib/timetable/queries/overview';
import { askRepair, askWhatIf } from '@/lib/timetable/queries/repair';
import { getRun } from '@/lib/timetable/queries/run';
import { getLegalTargets } from '@/lib/timetable/queries/targets';
import { askWhyNot } from '@/lib/timetable/queries/why-not';
import { listWishes } from '@/lib/timetable/queries/wishes';

/** Wishes, suggestions, rules and timetables. */
export const TIMETABLE: readonly Bound[] = [
  getOverview,
  createDraft,
  setRules,
  getBlackouts,
  paintBlackouts,
  fixTable,
  listWishes,
  sayWish,
  sayOwnWishes,
  weighPair,
  weighPairs,
  listSuggestions,
  getScoreRecord,
  setMatchWeights,
  compareTimetables,
  askRepair,
  takeRepair,
  undoPublish,
  getGrid,
  renameDraft,
  discardDraft,
  restoreDraft,
  placeMeeting,
  moveInDraft,
  swapMeetings,
  removeFromDraft,
  lockMeetings,
  getLegalTargets,
  askWhyNot,
  askWhatIf,
  getRun,
  startSolve,
  stopSolve,
  publishTimetable,
];
