import { editPair } from '@/lib/pair/commands/edit';
import { moveStage, moveStages } from '@/lib/pair/commands/move';
import { addNote, editNote } from '@/lib/pair/commands/notes';
import { changeStatus } from '@/lib/pair/commands/status';
import { undoMoves, voidEvent } from '@/lib/pair/commands/void';
import { listPairFacets } from '@/lib/pair/queries/facets';
import { listPairs } from '@/lib/pair/queries/list';
import { readMatrix } from '@/lib/pair/queries/matrix';
import { listNeighbours } from '@/lib/pair/queries/neighbours';
import { listNotes } from '@/lib/pair/queries/notes';
import { listPossibleOwners } from '@/lib/pair/queries/owners';
import { summarizePairs } from '@/lib/pair/queries/summary';
import { listTimeline } from '@/lib/pair/queries/timeline';
import { countUnscheduled } from '@/lib/pair/queries/unscheduled';
import { getPair } from '@/lib/record/queries';
import { inProgram } from '../operation';

export const pairOperations = [
  inProgram(listPairs, {
    method: 'GET',
    path: '/pairs',
    summary: 'Pairs, filtered and sorted; live or as of a date',
  }),
  inProgram(readMatrix, {
    method: 'GET',
    path: '/pairs/matrix',
    summary: 'Startups by investors: every pair as two characters, and the money behind each party',
  }),
  inProgram(countUnscheduled, {
    method: 'GET',
    path: '/pairs/unscheduled',
    summary: 'How many open pairs of each stage have no meeting of it',
  }),
  inProgram(summarizePairs, {
    method: 'GET',
    path: '/pairs/summary',
    summary: 'A filtered set of pairs in figures; live or as of a date',
  }),
  inProgram(listPairFacets, {
    method: 'GET',
    path: '/pairs/facets',
    summary: 'What pairs can be filtered by, and who can be assigned next steps',
  }),
  inProgram(getPair, {
    method: 'GET',
    path: '/pairs/{pair}',
    summary: 'The whole record of a pair: logs, amounts, meetings, outcomes, notes',
  }),
  inProgram(listTimeline, {
    method: 'GET',
    path: '/pairs/{pair}/timeline',
    summary: 'Activity history of a pair, newest first',
  }),
  inProgram(listNeighbours, {
    method: 'GET',
    path: '/pairs/{pair}/neighbours',
    summary: 'Previous and next pair in a filtered list',
  }),
  inProgram(listPossibleOwners, {
    method: 'GET',
    path: '/pairs/{pair}/owners',
    summary: 'Who can be assigned the next step',
  }),
  inProgram(editPair, { method: 'PATCH', path: '/pairs/{pair}', summary: 'Change next step and officer' }),
  inProgram(moveStage, { method: 'POST', path: '/pairs/{pair}/stage', summary: 'Move a pair to a stage' }),
  inProgram(changeStatus, {
    method: 'POST',
    path: '/pairs/{pair}/status',
    summary: 'Open, close or hold a pair',
  }),
  inProgram(voidEvent, {
    method: 'POST',
    path: '/pairs/{pair}/events/{event}/void',
    summary: 'Void a mistaken entry',
  }),
  inProgram(moveStages, { method: 'POST', path: '/pairs/moves', summary: 'Move many pairs, all or none' }),
  inProgram(undoMoves, { method: 'POST', path: '/pairs/moves/undo', summary: 'Undo stage moves' }),
  inProgram(listNotes, {
    method: 'GET',
    path: '/pairs/{pair}/notes',
    summary: 'Notes that the viewer may read, newest first',
  }),
  inProgram(addNote, { method: 'POST', path: '/pairs/{pair}/notes', summary: 'Add a note', creates: true }),
  inProgram(editNote, {
    method: 'PATCH',
    path: '/pairs/{pair}/notes/{note}',
    summary: 'Edit or archive a note',
  }),
];
