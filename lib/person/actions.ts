'use server';

import { redirect } from 'next/navigation';
import type { FieldError } from '@/lib/core/result';
import { runAsStranger, runAsViewer, runInProgram } from '@/lib/platform/action';
import {
  dropSignIn,
  formOf,
  keepLocale,
  keepSignIn,
  keepTheme,
  shownAgain,
  textIn,
} from '@/lib/platform/browser';
import { currentViewer } from '@/lib/platform/gate';
import { changePassword, editAccount, endOtherSignIns, endSignIn } from './commands/account';
import { archivePerson, restorePerson, setAdmin } from './commands/installation';
import { changeRole, endMembership, restoreMembership } from './commands/membership';
import { openSample } from './commands/open-sample';
import { chooseLocale, chooseTheme } from './commands/preferences';
import { signIn, signOut } from './commands/sign-in';
import { returnPath } from './rules/return-path';
import { localeField, themeField } from './schema';

/** What the sign-in form shows after a refusal; the password is typed again. */
export type SignInState = { errors: FieldError[]; email: string };

export async function signInAction(_before: SignInState, sent: FormData): Promise<SignInState> {
  const form = formOf(sent);
  const email = textIn(form, 'email');
  const input = { email, password: form.get('password') };
  const result = await runAsStranger(signIn, input);
  if (!result.ok) return { errors: result.errors, email: shownAgain(email) };
  await keepSignIn(result.value);
  await keepLocale(result.value.locale);
  await keepTheme(result.value.theme);
  redirect(returnPath(textIn(form, 'next')));
}

/** For whoever sits before a page whose sign-in has ended: no other page opens. Null: signed in. */
export async function signInAgainAction(input: unknown): Promise<FieldError[] | null> {
  const result = await runAsStranger(signIn, input);
  if (!result.ok) return result.errors;
  await keepSignIn(result.value);
  return null;
}

/** The sample's people are shared by whoever tries it: the browser keeps its own language and colours. */
export async function openSampleAction(_before: SignInState, sent: FormData): Promise<SignInState> {
  const form = formOf(sent);
  const result = await runAsStranger(openSample, { email: form.get('email') });
  if (!result.ok) return { errors: result.errors, email: '' };
  await keepSignIn(result.value);
  redirect(returnPath(textIn(form, 'next')));
}

export async function signOutAction(): Promise<void> {
  await runAsViewer(signOut, {});
  await dropSignIn();
  redirect('/sign-in');
}

/** Also for those not signed in: then the browser alone remembers. */
export async function chooseLocaleAction(sent: FormData): Promise<void> {
  const locale = localeField.safeParse(formOf(sent).get('locale'));
  if (!locale.success) return;
  await keepLocale(locale.data);
  if (await currentViewer()) await runAsViewer(chooseLocale, { locale: locale.data });
}

export async function chooseThemeAction(sent: FormData): Promise<void> {
  const theme = themeField.safeParse(formOf(sent).get('theme'));
  if (!theme.success) return;
  await keepTheme(theme.data);
  if (await currentViewer()) await runAsViewer(chooseTheme, { theme: theme.data });
}

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
