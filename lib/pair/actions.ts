'use server';

import { runInProgram } from '@/lib/platform/action';
import { editPair } from './commands/edit';
import { moveStage, moveStages } from './commands/move';
import { addNote, editNote } from './commands/notes';
import { changeStatus } from './commands/status';
import { undoMoves, voidEvent } from './commands/void';

export async function moveStageAction(slug: string, input: unknown) {
  return runInProgram(moveStage, slug, input);
}

export async function moveStagesAction(slug: string, input: unknown) {
  return runInProgram(moveStages, slug, input);
}

export async function undoMovesAction(slug: string, input: unknown) {
  return runInProgram(undoMoves, slug, input);
}

export async function changeStatusAction(slug: string, input: unknown) {
  return runInProgram(changeStatus, slug, input);
}

export async function voidEventAction(slug: string, input: unknown) {
  return runInProgram(voidEvent, slug, input);
}

export async function editPairAction(slug: string, input: unknown) {
  return runInProgram(editPair, slug, input);
}

export async function addNoteAction(slug: string, input: unknown, idempotencyKey?: string) {
  return runInProgram(addNote, slug, input, idempotencyKey ? { idempotencyKey } : {});
}

export async function editNoteAction(slug: string, input: unknown) {
  return runInProgram(editNote, slug, input);
}
