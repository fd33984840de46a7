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
  inProgram(createDraft, { ...says('POST', '/timetables', 'Make a draft'), creates: true }),
  inProgram(setRules, says('PUT', '/timetables/rules', 'Set the rules of a stage')),
  inProgram(getBlackouts, says('GET', '/timetables/blackouts', 'Who and what is away when')),
  inProgram(paintBlackouts, says('POST', '/timetables/blackouts', 'Paint away, or wipe off')),
  inProgram(fixTable, says('POST', '/timetables/fixed-tables', 'Give a party one table, or free it')),
  inProgram(listWishes, says('GET', '/wishes', 'What was said of each pair; of a startup its own words')),
  inProgram(sayWish, says('POST', '/pairs/{pair}/wish', 'Say one side’s word on a pair')),
  inProgram(
    weighPair,
    says('PUT', '/pairs/{pair}/weight', 'Give a pair the office’s weight, or take it back'),
  ),
  inProgram(compareTimetables, says('GET', '/timetables/compare', 'What differs between two timetables')),
  inProgram(askRepair, says('POST', '/timetables/repairs', 'The ways out of a change, without taking one')),
  inProgram(takeRepair, {
    ...says('POST', '/timetables/repairs/take', 'Make a draft of a repair'),
    creates: true,
  }),
  inProgram(undoPublish, says('POST', '/timetables/undo', 'Take the last publication back')),
  inProgram(getGrid, says('GET', one, 'One timetable with all its grid shows')),
  inProgram(renameDraft, says('PATCH', one, 'Rename a draft')),
  inProgram(discardDraft, says('POST', `${one}/discard`, 'Discard a draft')),
  inProgram(restoreDraft, says('POST', `${one}/restore`, 'Restore a discarded draft')),
  inProgram(placeMeeting, says('POST', `${one}/place`, 'Put a pair into a slot')),
  inProgram(moveInDraft, says('POST', `${one}/move`, 'Move a meeting of a draft')),
  inProgram(swapMeetings, says('POST', `${one}/swap`, 'Swap two meetings of a draft')),
  inProgram(removeFromDraft, says('POST', `${one}/remove`, 'Take a meeting out of a draft')),
  inProgram(lockMeetings, says('POST', `${one}/lock`, 'Lock or free meetings of a draft')),
  inProgram(getLegalTargets, says('GET', `${one}/targets/{pair}`, 'Where a pair could be put, or why not')),
  inProgram(
    askWhyNot,
    says('GET', `${one}/why-not/{pair}`, 'Why a pair has no meeting, and what would have to give'),
  ),
  inProgram(askWhatIf, says('POST', `${one}/what-if`, 'What a change would make of it')),
  inProgram(getRun, says('GET', `${one}/run`, 'How far the latest run is')),
  inProgram(startSolve, says('POST', `${one}/solve`, 'Start to solve a draft')),
  inProgram(stopSolve, says('POST', `${one}/stop`, 'Stop a run, keeping the best so far')),
  inProgram(publishTimetable, says('POST', `${one}/publish`, 'Put a draft in force')),
];
