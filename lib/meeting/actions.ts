'use server';

import { runInProgram } from '@/lib/platform/action';
import { bookMeeting } from './commands/book';
import { cancelMeeting } from './commands/cancel';
import { changeMeeting } from './commands/change';
import { markMeeting } from './commands/mark';
import { moveMeeting } from './commands/move';

export async function bookMeetingAction(slug: string, input: unknown, key?: string) {
  return runInProgram(bookMeeting, slug, input, key);
}

export async function moveMeetingAction(slug: string, input: unknown, key?: string) {
  return runInProgram(moveMeeting, slug, input, key);
}

export async function changeMeetingAction(slug: string, input: unknown, key?: string) {
  return runInProgram(changeMeeting, slug, input, key);
}

export async function cancelMeetingAction(slug: string, input: unknown, key?: string) {
  return runInProgram(cancelMeeting, slug, input, key);
}

export async function markMeetingAction(slug: string, input: unknown, key?: string) {
  return runInProgram(markMeeting, slug, input, key);
}
