'use server';

import { runInProgram } from '@/lib/platform/action';
import { bookMeeting } from './commands/book';
import { cancelMeeting } from './commands/cancel';
import { changeMeeting } from './commands/change';
import { markMeeting } from './commands/mark';
import { moveMeeting } from './commands/move';

export async function bookMeetingAction(slug: string, input: unknown) {
  return runInProgram(bookMeeting, slug, input);
}

export async function moveMeetingAction(slug: string, input: unknown) {
  return runInProgram(moveMeeting, slug, input);
}

export async function changeMeetingAction(slug: string, input: unknown) {
  return runInProgram(changeMeeting, slug, input);
}

export async function cancelMeetingAction(slug: string, input: unknown) {
  return runInProgram(cancelMeeting, slug, input);
}

export async function markMeetingAction(slug: string, input: unknown) {
  return runInProgram(markMeeting, slug, input);
}
