import type { noInput } from '@/lib/core/fields';
import { create, get, patch, post } from '@/lib/core/operation';
import type {
  addedNote,
  addNoteInput,
  changedPair,
  changedPairs,
  changeStatusesInput,
  changeStatusInput,
  editedNote,
  editNoteInput,
  editPairInput,
  editPairsInput,
  listNeighboursInput,
  listPairsInput,
  movedPair,
  movedPairs,
  moveStageInput,
  moveStagesInput,
  neighbours,
  pairInput,
  pairPage,
  possibleOwners,
  summarizePairsInput,
  undoMovesInput,
  voidEventInput,
} from './schema';
import type {
  pairFacetCounts,
  pairFacets,
  pairMatrix,
  pairSummary,
  unscheduledStages,
} from './schema/figures';
import type { pairNotes, timelineEntries } from './schema/history';

export const pairOperations = {
  listPairs: get<typeof listPairsInput, typeof pairPage>(
    'pair.list',
    '/programs/{program}/pairs',
    'Pairs, filtered and sorted; live or as of a date',
  ),
  readMatrix: get<typeof summarizePairsInput, typeof pairMatrix>(
    'pair.matrix',
    '/programs/{program}/pairs/matrix',
    'Startups by investors: every pair as two characters, and the money behind each party',
  ),
  countUnscheduled: get<typeof noInput, typeof unscheduledStages>(
    'pair.count_unscheduled',
    '/programs/{program}/pairs/unscheduled',
    'How many open pairs of each stage have no meeting of it',
  ),
  summarizePairs: get<typeof summarizePairsInput, typeof pairSummary>(
    'pair.summary',
    '/programs/{program}/pairs/summary',
    'A filtered set of pairs in figures; live or as of a date',
  ),
  listPairFacets: get<typeof noInput, typeof pairFacets>(
    'pair.facets',
    '/programs/{program}/pairs/facets',
    'What pairs can be filtered by, and who can be assigned next steps',
  ),
  countPairFacets: get<typeof summarizePairsInput, typeof pairFacetCounts>(
    'pair.facet_counts',
    '/programs/{program}/pairs/facets/counts',
    'How many pairs each value of the filter would keep, beside the rest of the filter',
  ),
  listTimeline: get<typeof pairInput, typeof timelineEntries>(
    'pair.timeline',
    '/programs/{program}/pairs/{pairId}/timeline',
    'Activity history of a pair, newest first',
  ),
  listNeighbours: get<typeof listNeighboursInput, typeof neighbours>(
    'pair.neighbours',
    '/programs/{program}/pairs/{pairId}/neighbours',
    'Previous and next pair in a filtered list',
  ),
  listPossibleOwners: get<typeof pairInput, typeof possibleOwners>(
    'pair.possible_owners',
    '/programs/{program}/pairs/{pairId}/owners',
    'Who can be assigned the next step',
  ),
  editPair: patch<typeof editPairInput, typeof changedPair>(
    'pair.edit',
    '/programs/{program}/pairs/{pairId}',
    'Change next step and officer',
  ),
  editPairs: post<typeof editPairsInput, typeof changedPairs>(
    'pair.edit_many',
    '/programs/{program}/pairs/edits',
    'Change next steps and officers of many pairs, all or none',
  ),
  moveStage: post<typeof moveStageInput, typeof movedPair>(
    'pair.move_stage',
    '/programs/{program}/pairs/{pairId}/stage',
    'Move a pair to a stage',
  ),
  changeStatus: post<typeof changeStatusInput, typeof movedPair>(
    'pair.change_status',
    '/programs/{program}/pairs/{pairId}/status',
    'Open, close or hold a pair',
  ),
  voidEvent: post<typeof voidEventInput, typeof changedPair>(
    'pair.void_event',
    '/programs/{program}/pairs/{pairId}/events/{eventId}/void',
    'Void a mistaken entry',
  ),
  moveStages: post<typeof moveStagesInput, typeof movedPairs>(
    'pair.move_stages',
    '/programs/{program}/pairs/moves',
    'Move many pairs, all or none',
  ),
  changeStatuses: post<typeof changeStatusesInput, typeof movedPairs>(
    'pair.change_statuses',
    '/programs/{program}/pairs/statuses',
    'Open, close or hold many pairs, all or none',
  ),
  undoMoves: post<typeof undoMovesInput, typeof changedPairs>(
    'pair.undo_moves',
    '/programs/{program}/pairs/moves/undo',
    'Undo stage moves and changes of status',
  ),
  listNotes: get<typeof pairInput, typeof pairNotes>(
    'pair.list_notes',
    '/programs/{program}/pairs/{pairId}/notes',
    'Notes that the viewer may read, newest first',
  ),
  addNote: create<typeof addNoteInput, typeof addedNote>(
    'pair.add_note',
    '/programs/{program}/pairs/{pairId}/notes',
    'Add a note',
  ),
  editNote: patch<typeof editNoteInput, typeof editedNote>(
    'pair.edit_note',
    '/programs/{program}/pairs/{pairId}/notes/{noteId}',
    'Edit or archive a note',
  ),
};
