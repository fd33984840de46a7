import { addAmount } from '@/lib/amount/commands/add';
import { voidAmount } from '@/lib/amount/commands/void';
import { listAmounts } from '@/lib/amount/queries';
import { bookMeeting } from '@/lib/meeting/commands/book';
import { cancelMeeting } from '@/lib/meeting/commands/cancel';
import { changeMeeting } from '@/lib/meeting/commands/change';
import { markMeeting } from '@/lib/meeting/commands/mark';
import { moveMeeting } from '@/lib/meeting/commands/move';
import { findBookingFacts, listBookingParties, listTakenTables } from '@/lib/meeting/queries/booking';
import { findMeeting, listMeetingsOfPair } from '@/lib/meeting/queries/find';
import { listMeetingDays, listMeetings, nextMeetings } from '@/lib/meeting/queries/list';
import { recordOutcome } from '@/lib/outcome/commands';
import { findOutcomeForm, listOutcomesOfPair } from '@/lib/outcome/queries';
import { editPair, editPairs } from '@/lib/pair/commands/edit';
import { moveStage, moveStages } from '@/lib/pair/commands/move';
import { addNote, editNote } from '@/lib/pair/commands/notes';
import { changeStatus, changeStatuses } from '@/lib/pair/commands/status';
import { undoMoves, voidEvent } from '@/lib/pair/commands/void';
import { countPairFacets } from '@/lib/pair/queries/facet-counts';
import { listPairFacets, listPossibleOwners } from '@/lib/pair/queries/facets';
import { countUnscheduled, readMatrix, summarizePairs } from '@/lib/pair/queries/figures';
import { listNeighbours, listPairs } from '@/lib/pair/queries/list';
import { listNotes } from '@/lib/pair/queries/notes';
import { listTimeline } from '@/lib/pair/queries/timeline';
import type { Bound } from '@/lib/platform/bound';
import { getPair } from '@/lib/record/queries';
import { search } from '@/lib/search/queries/search';
import { answerWave } from '@/lib/wave/commands';
import { listWaves } from '@/lib/wave/queries/list';

/** What happens between a startup and an investor: pairs, meetings, outcomes, amounts, wave answers. */
export const PAIRS: readonly Bound[] = [
  listPairs,
  readMatrix,
  countUnscheduled,
  summarizePairs,
  listPairFacets,
  countPairFacets,
  getPair,
  listTimeline,
  listNeighbours,
  listPossibleOwners,
  editPair,
  editPairs,
  moveStage,
  changeStatus,
  voidEvent,
  moveStages,
  changeStatuses,
  undoMoves,
  listNotes,
  addNote,
  editNote,
  listAmounts,
  addAmount,
  voidAmount,
  listMeetings,
  listMeetingDays,
  nextMeetings,
  findBookingFacts,
  listBookingParties,
  listTakenTables,
  findMeeting,
  changeMeeting,
  moveMeeting,
  cancelMeeting,
  markMeeting,
  listMeetingsOfPair,
  bookMeeting,
  recordOutcome,
  findOutcomeForm,
  listOutcomesOfPair,
  listWaves,
  answerWave,
  search,
];
