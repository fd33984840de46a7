import { fixTable, paintBlackouts } from '@/lib/timetable/commands/blackouts';
import { createDraft, discardDraft, renameDraft, restoreDraft } from '@/lib/timetable/commands/draft';
import { lockMeetings } from '@/lib/timetable/commands/locks';
import { moveInDraft, placeMeeting, removeFromDraft, swapMeetings } from '@/lib/timetable/commands/place';
import { publishTimetable } from '@/lib/timetable/commands/publish';
import { takeRepair } from '@/lib/timetable/commands/repair';
import { setRules } from '@/lib/timetable/commands/rules';
import { startSolve, stopSolve } from '@/lib/timetable/commands/solve';
import { undoPublish } from '@/lib/timetable/commands/undo';
import { sayWish, weighPair } from '@/lib/timetable/commands/wishes';
import { getBlackouts } from '@/lib/timetable/queries/blackouts';
import { compareTimetables } from '@/lib/timetable/queries/compare';
import { getGrid } from '@/lib/timetable/queries/grid';
import { getOverview } from '@/lib/timetable/queries/overview';
import { askRepair } from '@/lib/timetable/queries/repair';
import { getRun } from '@/lib/timetable/queries/run';
import { getLegalTargets } from '@/lib/timetable/queries/targets';
import { askWhatIf } from '@/lib/timetable/queries/what-if';
import { askWhyNot } from '@/lib/timetable/queries/why-not';
import { listWishes } from '@/lib/timetable/queries/wishes';
import { inProgram, type Method } from '../operation';

const says = (method: Method, path: string, summary: string) => ({ method, path, summary });
const one = '/timetables/{timetable}';

export const timetableOperations = [
  inProgram(getOverview, says('GET', '/timetables', 'The set-up of a stage, its drafts and versions')),
  inProgram(createDraft, { ...says('POST', '/timetables', 'Create a draft'), creates: true }),
  inProgram(setRules, says('PUT', '/timetables/rules', 'Set the rules of a stage')),
  inProgram(
    getBlackouts,
    says('GET', '/timetables/blackouts', 'Availability of startups, investors, contacts and tables'),
  ),
  inProgram(paintBlackouts, says('POST', '/timetables/blackouts', 'Mark slots unavailable or available')),
  inProgram(fixTable, says('POST', '/timetables/fixed-tables', 'Fix the table of a party, or free it')),
  inProgram(listWishes, says('GET', '/wishes', 'Wishes for each pair; a startup reads its own')),
  inProgram(sayWish, says('POST', '/pairs/{pair}/wish', 'Enter the wish of one side for a pair')),
  inProgram(weighPair, says('PUT', '/pairs/{pair}/weight', 'Set or clear the weight of a pair')),
  inProgram(compareTimetables, says('GET', '/timetables/compare', 'What differs between two timetables')),
  inProgram(
    askRepair,
    says('POST', '/timetables/repairs', 'Options to adjust the published timetable after a change'),
  ),
  inProgram(takeRepair, {
    ...says('POST', '/timetables/repairs/take', 'Create a draft from an adjustment'),
    creates: true,
  }),
  inProgram(undoPublish, says('POST', '/timetables/undo', 'Undo the last publication')),
  inProgram(getGrid, says('GET', one, 'One timetable with its grid')),
  inProgram(renameDraft, says('PATCH', one, 'Rename a draft')),
  inProgram(discardDraft, says('POST', `${one}/discard`, 'Discard a draft')),
  inProgram(restoreDraft, says('POST', `${one}/restore`, 'Restore a discarded draft')),
  inProgram(placeMeeting, says('POST', `${one}/place`, 'Place a pair in a slot')),
  inProgram(moveInDraft, says('POST', `${one}/move`, 'Move a meeting of a draft')),
  inProgram(swapMeetings, says('POST', `${one}/swap`, 'Swap two meetings of a draft')),
  inProgram(removeFromDraft, says('POST', `${one}/remove`, 'Remove a meeting from a draft')),
  inProgram(lockMeetings, says('POST', `${one}/lock`, 'Lock or unlock meetings of a draft')),
  inProgram(
    getLegalTargets,
    says('GET', `${one}/targets/{pair}`, 'Where a pair can be placed, and why not elsewhere'),
  ),
  inProgram(
    askWhyNot,
    says('GET', `${one}/why-not/{pair}`, 'Why a pair has no meeting, and which changes would make room'),
  ),
  inProgram(askWhatIf, says('POST', `${one}/what-if`, 'The effect of a change, without making it')),
  inProgram(getRun, says('GET', `${one}/run`, 'Progress of the latest run')),
  inProgram(startSolve, says('POST', `${one}/solve`, 'Start solving a draft')),
  inProgram(stopSolve, says('POST', `${one}/stop`, 'Stop a run, keeping the best so far')),
  inProgram(publishTimetable, says('POST', `${one}/publish`, 'Publish a draft')),
];
