'use server';

import { runInProgram } from '@/lib/platform/action';
import { invitePerson, resendInvitation } from './commands/invite';

export async function invitePersonAction(slug: string, input: unknown, key?: string) {
  return runInProgram(invitePerson, slug, input, key);
}

export async function resendInvitationAction(slug: string, input: unknown, key?: string) {
  return runInProgram(resendInvitation, slug, input, key);
}
