import { editPair } from '@/lib/pair/commands/edit';
import { moveStage, moveStages } from '@/lib/pair/commands/move';
import { addNote, editNote } from '@/lib/pair/commands/notes';
import { changeStatus } from '@/lib/pair/commands/status';
import { undoMoves, voidEvent } from '@/lib/pair/commands/void';
import { listPairs } from '@/lib/pair/queries/list';
import { inProgram } from '../operation';

export const pairOperations = [
  inProgram(listPairs, {
    method: 'GET',
    path: '/pairs',
    summary: 'Pairs, filtered and sorted; live or as of a date',
  }),
  inProgram(editPair, { method: 'PATCH', path: '/pairs/{pair}', summary: 'Change next step and owner' }),
  inProgram(moveStage, { method: 'POST', path: '/pairs/{pair}/stage', summary: 'Move to a stage' }),
  inProgram(changeStatus, { method: 'POST', path: '/pairs/{pair}/status', summary: 'Open, close or hold' }),
  inProgram(voidEvent, {
    method: 'POST',
    path: '/pairs/{pair}/events/{event}/void',
    summary: 'Void a mistaken entry',
  }),
  inProgram(moveStages, { method: 'POST', path: '/pairs/moves', summary: 'Move many pairs, all or none' }),
  inProgram(undoMoves, { method: 'POST', path: '/pairs/moves/undo', summary: 'Take moves back' }),
  inProgram(addNote, { method: 'POST', path: '/pairs/{pair}/notes', summary: 'Add a note', creates: true }),
  inProgram(editNote, {
    method: 'PATCH',
    path: '/pairs/{pair}/notes/{note}',
    summary: 'Edit or archive a note',
  }),
];
