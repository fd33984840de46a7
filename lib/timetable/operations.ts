import { create, get, patch, post, put } from '@/lib/core/operation';
import type {
  compareInput,
  createDraftInput,
  draftInput,
  fixTableInput,
  lockInput,
  ofPairInput,
  paintBlackoutsInput,
  placeInput,
  publishInput,
  removeInput,
  renameInput,
  repairInput,
  sayWishesInput,
  sayWishInput,
  setRulesInput,
  stageInput,
  startSolveInput,
  stopSolveInput,
  swapInput,
  takeRepairInput,
  timetableInput,
  undoPublishInput,
  weighPairInput,
  weighPairsInput,
  whatIfInput,
  wishesInput,
} from './schema';
import type { legalTargets, runAnswer, timetableGrid } from './schema/grid';
import type { comparison, repairAnswer, whatIf, whyNotAnswer } from './schema/questions';
import type { changedDraft, publication, timetableOverview, timetableRules } from './schema/stage';
import type {
  blackoutGrid,
  changedWeights,
  changedWish,
  changedWishes,
  fixedTable,
  paintedBlackouts,
  wishList,
} from './schema/wishes';

export const timetableOperations = {
  getOverview: get<typeof stageInput, typeof timetableOverview>(
    'timetable.overview',
    '/programs/{program}/timetables',
    'The set-up of a stage, its drafts and versions',
  ),
  createDraft: create<typeof createDraftInput, typeof changedDraft>(
    'timetable.create_draft',
    '/programs/{program}/timetables',
    'Create a draft',
  ),
  setRules: put<typeof setRulesInput, typeof timetableRules>(
    'timetable.set_rules',
    '/programs/{program}/timetables/rules',
    'Set the rules of a stage',
  ),
  getBlackouts: get<typeof stageInput, typeof blackoutGrid>(
    'timetable.blackouts',
    '/programs/{program}/timetables/blackouts',
    'Availability of startups, investors, contacts and tables',
  ),
  paintBlackouts: post<typeof paintBlackoutsInput, typeof paintedBlackouts>(
    'timetable.paint_blackouts',
    '/programs/{program}/timetables/blackouts',
    'Mark slots unavailable or available',
  ),
  fixTable: post<typeof fixTableInput, typeof fixedTable>(
    'timetable.fix_table',
    '/programs/{program}/timetables/fixed-tables',
    'Fix the table of a party, or free it',
  ),
  listWishes: get<typeof wishesInput, typeof wishList>(
    'timetable.wishes',
    '/programs/{program}/wishes',
    'Wishes for each pair; a startup reads its own',
  ),
  sayWish: post<typeof sayWishInput, typeof changedWish>(
    'timetable.say_wish',
    '/programs/{program}/pairs/{pairId}/wish',
    'Enter the wish of one side for a pair',
  ),
  sayOwnWishes: post<typeof sayWishesInput, typeof changedWishes>(
    'timetable.say_wishes',
    '/programs/{program}/wishes',
    'Enter or take back the office’s wishes for many pairs, all or none',
  ),
  weighPairs: post<typeof weighPairsInput, typeof changedWeights>(
    'timetable.weigh_pairs',
    '/programs/{program}/weights',
    'Set or clear the weights of many pairs, all or none',
  ),
  weighPair: put<typeof weighPairInput, typeof changedWish>(
    'timetable.weigh_pair',
    '/programs/{program}/pairs/{pairId}/weight',
    'Set or clear the weight of a pair',
  ),
  compareTimetables: get<typeof compareInput, typeof comparison>(
    'timetable.compare',
    '/programs/{program}/timetables/compare',
    'What differs between two timetables',
  ),
  askRepair: post<typeof repairInput, typeof repairAnswer>(
    'timetable.repair',
    '/programs/{program}/timetables/repairs',
    'Options to adjust the published timetable after a change',
  ),
  takeRepair: create<typeof takeRepairInput, typeof changedDraft>(
    'timetable.take_repair',
    '/programs/{program}/timetables/repairs/take',
    'Create a draft from an adjustment',
  ),
  undoPublish: post<typeof undoPublishInput, typeof publication>(
    'timetable.undo_publish',
    '/programs/{program}/timetables/undo',
    'Undo the last publication',
  ),
  getGrid: get<typeof timetableInput, typeof timetableGrid>(
    'timetable.grid',
    '/programs/{program}/timetables/{timetableId}',
    'One timetable with its grid',
  ),
  renameDraft: patch<typeof renameInput, typeof changedDraft>(
    'timetable.rename',
    '/programs/{program}/timetables/{timetableId}',
    'Rename a draft',
  ),
  discardDraft: post<typeof draftInput, typeof changedDraft>(
    'timetable.discard',
    '/programs/{program}/timetables/{timetableId}/discard',
    'Discard a draft',
  ),
  restoreDraft: post<typeof draftInput, typeof changedDraft>(
    'timetable.restore',
    '/programs/{program}/timetables/{timetableId}/restore',
    'Restore a discarded draft',
  ),
  placeMeeting: post<typeof placeInput, typeof changedDraft>(
    'timetable.place',
    '/programs/{program}/timetables/{timetableId}/place',
    'Place a pair in a slot',
  ),
  moveInDraft: post<typeof placeInput, typeof changedDraft>(
    'timetable.move',
    '/programs/{program}/timetables/{timetableId}/move',
    'Move a meeting of a draft',
  ),
  swapMeetings: post<typeof swapInput, typeof changedDraft>(
    'timetable.swap',
    '/programs/{program}/timetables/{timetableId}/swap',
    'Swap two meetings of a draft',
  ),
  removeFromDraft: post<typeof removeInput, typeof changedDraft>(
    'timetable.remove',
    '/programs/{program}/timetables/{timetableId}/remove',
    'Remove a meeting from a draft',
  ),
  lockMeetings: post<typeof lockInput, typeof changedDraft>(
    'timetable.lock',
    '/programs/{program}/timetables/{timetableId}/lock',
    'Lock or unlock meetings of a draft',
  ),
  getLegalTargets: get<typeof ofPairInput, typeof legalTargets>(
    'timetable.legal_targets',
    '/programs/{program}/timetables/{timetableId}/targets/{pairId}',
    'Where a pair can be placed, and why not elsewhere',
  ),
  askWhyNot: get<typeof ofPairInput, typeof whyNotAnswer>(
    'timetable.why_not',
    '/programs/{program}/timetables/{timetableId}/why-not/{pairId}',
    'Why a pair has no meeting, and which changes would make room',
  ),
  askWhatIf: post<typeof whatIfInput, typeof whatIf>(
    'timetable.what_if',
    '/programs/{program}/timetables/{timetableId}/what-if',
    'The effect of a change, without making it',
  ),
  getRun: get<typeof timetableInput, typeof runAnswer>(
    'timetable.run',
    '/programs/{program}/timetables/{timetableId}/run',
    'Progress of the latest run',
  ),
  startSolve: post<typeof startSolveInput, typeof runAnswer>(
    'timetable.start_solve',
    '/programs/{program}/timetables/{timetableId}/solve',
    'Start solving a draft',
  ),
  stopSolve: post<typeof stopSolveInput, typeof runAnswer>(
    'timetable.stop_solve',
    '/programs/{program}/timetables/{timetableId}/stop',
    'Stop a run, keeping the best so far',
  ),
  publishTimetable: post<typeof publishInput, typeof publication>(
    'timetable.publish',
    '/programs/{program}/timetables/{timetableId}/publish',
    'Publish a draft',
  ),
};
