'use server';

import { runInProgram } from '@/lib/platform/action';
import { fixTable, paintBlackouts } from './commands/blackouts';
import { createDraft, discardDraft, renameDraft, restoreDraft } from './commands/draft';
import { lockMeetings } from './commands/locks';
import { moveInDraft, placeMeeting, removeFromDraft, swapMeetings } from './commands/place';
import { publishTimetable } from './commands/publish';
import { takeRepair } from './commands/repair';
import { setRules } from './commands/rules';
import { startSolve, stopSolve } from './commands/solve';
import { undoPublish } from './commands/undo';
import { sayWish, weighPair } from './commands/wishes';

/** What the browser says is not yet known to be text. */
function keyed(key: unknown): { idempotencyKey?: string } {
  return typeof key === 'string' && key !== '' ? { idempotencyKey: key.slice(0, 100) } : {};
}

export async function setRulesAction(slug: string, input: unknown) {
  return runInProgram(setRules, slug, input);
}

export async function sayWishAction(slug: string, input: unknown) {
  return runInProgram(sayWish, slug, input);
}

export async function weighPairAction(slug: string, input: unknown) {
  return runInProgram(weighPair, slug, input);
}

export async function paintBlackoutsAction(slug: string, input: unknown) {
  return runInProgram(paintBlackouts, slug, input);
}

export async function fixTableAction(slug: string, input: unknown) {
  return runInProgram(fixTable, slug, input);
}

export async function createDraftAction(slug: string, input: unknown, key?: string) {
  return runInProgram(createDraft, slug, input, keyed(key));
}

export async function placeMeetingAction(slug: string, input: unknown) {
  return runInProgram(placeMeeting, slug, input);
}

export async function moveInDraftAction(slug: string, input: unknown) {
  return runInProgram(moveInDraft, slug, input);
}

export async function swapMeetingsAction(slug: string, input: unknown) {
  return runInProgram(swapMeetings, slug, input);
}

export async function removeFromDraftAction(slug: string, input: unknown) {
  return runInProgram(removeFromDraft, slug, input);
}

export async function lockMeetingsAction(slug: string, input: unknown) {
  return runInProgram(lockMeetings, slug, input);
}

export async function renameDraftAction(slug: string, input: unknown) {
  return runInProgram(renameDraft, slug, input);
}

export async function discardDraftAction(slug: string, input: unknown) {
  return runInProgram(discardDraft, slug, input);
}

export async function restoreDraftAction(slug: string, input: unknown) {
  return runInProgram(restoreDraft, slug, input);
}

export async function startSolveAction(slug: string, input: unknown) {
  return runInProgram(startSolve, slug, input);
}

export async function stopSolveAction(slug: string, input: unknown) {
  return runInProgram(stopSolve, slug, input);
}

export async function publishTimetableAction(slug: string, input: unknown, key?: string) {
  return runInProgram(publishTimetable, slug, input, keyed(key));
}

export async function undoPublishAction(slug: string, input: unknown, key?: string) {
  return runInProgram(undoPublish, slug, input, keyed(key));
}

export async function takeRepairAction(slug: string, input: unknown, key?: string) {
  return runInProgram(takeRepair, slug, input, keyed(key));
}
