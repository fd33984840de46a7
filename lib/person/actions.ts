'use server';

import { runAsViewer, runInProgram } from '@/lib/platform/action';
import { changePassword, editAccount, endOtherSignIns, endSignIn } from './commands/account';
import { archivePerson, restorePerson, setAdmin } from './commands/installation';
import { changeRole, endMembership, restoreMembership } from './commands/membership';

export async function changeRoleAction(slug: string, input: unknown, key?: string) {
  return runInProgram(changeRole, slug, input, key);
}

export async function endMembershipAction(slug: string, input: unknown, key?: string) {
  return runInProgram(endMembership, slug, input, key);
}

export async function restoreMembershipAction(slug: string, input: unknown, key?: string) {
  return runInProgram(restoreMembership, slug, input, key);
}

export async function editAccountAction(input: unknown, key?: string) {
  return runAsViewer(editAccount, input, key);
}

export async function changePasswordAction(input: unknown, key?: string) {
  return runAsViewer(changePassword, input, key);
}

export async function endSignInAction(input: unknown, key?: string) {
  return runAsViewer(endSignIn, input, key);
}

export async function endOtherSignInsAction(key?: string) {
  return runAsViewer(endOtherSignIns, {}, key);
}

export async function setAdminAction(input: unknown, key?: string) {
  return runAsViewer(setAdmin, input, key);
}

export async function archivePersonAction(input: unknown, key?: string) {
  return runAsViewer(archivePerson, input, key);
}

export async function restorePersonAction(input: unknown, key?: string) {
  return runAsViewer(restorePerson, input, key);
}
