'use server';

import { runInProgram } from '@/lib/platform/action';
import { fixTable, paintBlackouts } from './commands/blackouts';
import { createDraft, discardDraft, renameDraft, restoreDraft } from './commands/draft';
import { lockMeetings, moveInDraft, placeMeeting, removeFromDraft, swapMeetings } from './commands/place';
import { publishTimetable } from './commands/publish';
import { takeRepair } from './commands/repair';
import { setRules } from './commands/rules';
import { startSolve, stopSolve } from './commands/solve';
import { undoPublish } from './commands/undo';
import { sayWish, weighPair } from './commands/wishes';

export async function setRulesAction(slug: string, input: unknown, key?: string) {
  return runInProgram(setRules, slug, input, key);
}

export async function sayWishAction(slug: string, input: unknown, key?: string) {
  return runInProgram(sayWish, slug, input, key);
}

export async function weighPairAction(slug: string, input: unknown, key?: string) {
  return runInProgram(weighPair, slug, input, key);
}

export async function paintBlackoutsAction(slug: string, input: unknown, key?: string) {
  return runInProgram(paintBlackouts, slug, input, key);
}

export async function fixTableAction(slug: string, input: unknown, key?: string) {
  return runInProgram(fixTable, slug, input, key);
}

export async function createDraftAction(slug: string, input: unknown, key?: string) {
  return runInProgram(createDraft, slug, input, key);
}

export async function placeMeetingAction(slug: string, input: unknown, key?: string) {
  return runInProgram(placeMeeting, slug, input, key);
}

export async function moveInDraftAction(slug: string, input: unknown, key?: string) {
  return runInProgram(moveInDraft, slug, input, key);
}

export async function swapMeetingsAction(slug: string, input: unknown, key?: string) {
  return runInProgram(swapMeetings, slug, input, key);
}

export async function removeFromDraftAction(slug: string, input: unknown, key?: string) {
  return runInProgram(removeFromDraft, slug, input, key);
}

export async function lockMeetingsAction(slug: string, input: unknown, key?: string) {
  return runInProgram(lockMeetings, slug, input, key);
}

export async function renameDraftAction(slug: string, input: unknown, key?: string) {
  return runInProgram(renameDraft, slug, input, key);
}

export async function discardDraftAction(slug: string, input: unknown, key?: string) {
  return runInProgram(discardDraft, slug, input, key);
}

export async function restoreDraftAction(slug: string, input: unknown, key?: string) {
  return runInProgram(restoreDraft, slug, input, key);
}

export async function startSolveAction(slug: string, input: unknown, key?: string) {
  return runInProgram(startSolve, slug, input, key);
}

export async function stopSolveAction(slug: string, input: unknown, key?: string) {
  return runInProgram(stopSolve, slug, input, key);
}

export async function publishTimetableAction(slug: string, input: unknown, key?: string) {
  return runInProgram(publishTimetable, slug, input, key);
}

export async function undoPublishAction(slug: string, input: unknown, key?: string) {
  return runInProgram(undoPublish, slug, input, key);
}

export async function takeRepairAction(slug: string, input: unknown, key?: string) {
  return runInProgram(takeRepair, slug, input, key);
}
