import type { noInput } from '@/lib/core/fields';
import { create, get, patch, post } from '@/lib/core/operation';
import type {
  addNoteInput,
  changeStatusInput,
  editNoteInput,
  editPairInput,
  listNeighboursInput,
  listPairsInput,
  moveStageInput,
  moveStagesInput,
  pairInput,
  summarizePairsInput,
  undoMovesInput,
  voidEventInput,
} from './schema';

export const pairOperations = {
  listPairs: get<typeof listPairsInput>(
    'pair.list',
    '/programs/{program}/pairs',
    'Pairs, filtered and sorted; live or as of a date',
  ),
  readMatrix: get<typeof summarizePairsInput>(
    'pair.matrix',
    '/programs/{program}/pairs/matrix',
    'Startups by investors: every pair as two characters, and the money behind each party',
  ),
  countUnscheduled: get<typeof noInput>(
    'pair.count_unscheduled',
    '/programs/{program}/pairs/unscheduled',
    'How many open pairs of each stage have no meeting of it',
  ),
  summarizePairs: get<typeof summarizePairsInput>(
    'pair.summary',
    '/programs/{program}/pairs/summary',
    'A filtered set of pairs in figures; live or as of a date',
  ),
  listPairFacets: get<typeof noInput>(
    'pair.facets',
    '/programs/{program}/pairs/facets',
    'What pairs can be filtered by, and who can be assigned next steps',
  ),
  listTimeline: get<typeof pairInput>(
    'pair.timeline',
    '/programs/{program}/pairs/{pairId}/timeline',
    'Activity history of a pair, newest first',
  ),
  listNeighbours: get<typeof listNeighboursInput>(
    'pair.neighbours',
    '/programs/{program}/pairs/{pairId}/neighbours',
    'Previous and next pair in a filtered list',
  ),
  listPossibleOwners: get<typeof pairInput>(
    'pair.possible_owners',
    '/programs/{program}/pairs/{pairId}/owners',
    'Who can be assigned the next step',
  ),
  editPair: patch<typeof editPairInput>(
    'pair.edit',
    '/programs/{program}/pairs/{pairId}',
    'Change next step and officer',
  ),
  moveStage: post<typeof moveStageInput>(
    'pair.move_stage',
    '/programs/{program}/pairs/{pairId}/stage',
    'Move a pair to a stage',
  ),
  changeStatus: post<typeof changeStatusInput>(
    'pair.change_status',
    '/programs/{program}/pairs/{pairId}/status',
    'Open, close or hold a pair',
  ),
  voidEvent: post<typeof voidEventInput>(
    'pair.void_event',
    '/programs/{program}/pairs/{pairId}/events/{eventId}/void',
    'Void a mistaken entry',
  ),
  moveStages: post<typeof moveStagesInput>(
    'pair.move_stages',
    '/programs/{program}/pairs/moves',
    'Move many pairs, all or none',
  ),
  undoMoves: post<typeof undoMovesInput>(
    'pair.undo_moves',
    '/programs/{program}/pairs/moves/undo',
    'Undo stage moves',
  ),
  listNotes: get<typeof pairInput>(
    'pair.list_notes',
    '/programs/{program}/pairs/{pairId}/notes',
    'Notes that the viewer may read, newest first',
  ),
  addNote: create<typeof addNoteInput>(
    'pair.add_note',
    '/programs/{program}/pairs/{pairId}/notes',
    'Add a note',
  ),
  editNote: patch<typeof editNoteInput>(
    'pair.edit_note',
    '/programs/{program}/pairs/{pairId}/notes/{noteId}',
    'Edit or archive a note',
  ),
};
