'use server';

import { runInProgram } from '@/lib/platform/action';
import { editPair } from './commands/edit';
import { moveStage, moveStages } from './commands/move';
import { addNote, editNote } from './commands/notes';
import { changeStatus } from './commands/status';
import { undoMoves, voidEvent } from './commands/void';

export async function moveStageAction(slug: string, input: unknown, key?: string) {
  return runInProgram(moveStage, slug, input, key);
}

export async function moveStagesAction(slug: string, input: unknown, key?: string) {
  return runInProgram(moveStages, slug, input, key);
}

export async function undoMovesAction(slug: string, input: unknown, key?: string) {
  return runInProgram(undoMoves, slug, input, key);
}

export async function changeStatusAction(slug: string, input: unknown, key?: string) {
  return runInProgram(changeStatus, slug, input, key);
}

export async function voidEventAction(slug: string, input: unknown, key?: string) {
  return runInProgram(voidEvent, slug, input, key);
}

export async function editPairAction(slug: string, input: unknown, key?: string) {
  return runInProgram(editPair, slug, input, key);
}

export async function addNoteAction(slug: string, input: unknown, key?: string) {
  return runInProgram(addNote, slug, input, key);
}

export async function editNoteAction(slug: string, input: unknown, key?: string) {
  return runInProgram(editNote, slug, input, key);
}
