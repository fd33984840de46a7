'use server';

import { redirect } from 'next/navigation';
import { after } from 'next/server';
import type { SignInState } from '@/lib/person/actions';
import { localeField } from '@/lib/person/schema';
import { runAsStranger, runInProgram } from '@/lib/platform/action';
import { formOf, keepLocale, keepSignIn, keepTheme, shownAgain, textIn } from '@/lib/platform/browser';
import { requestLocale } from '@/lib/platform/locale';
import { acceptInvitation } from './commands/accept';
import { invitePerson, resendInvitation } from './commands/invite';
import { requestPassword } from './commands/request-password';

export async function invitePersonAction(slug: string, input: unknown, key?: string) {
  return runInProgram(invitePerson, slug, input, key);
}

export async function resendInvitationAction(slug: string, input: unknown, key?: string) {
  return runInProgram(resendInvitation, slug, input, key);
}

export async function acceptInvitationAction(
  link: string,
  _before: SignInState,
  sent: FormData,
): Promise<SignInState> {
  const locale = localeField.parse(await requestLocale());
  const password = formOf(sent).get('password');
  const result = await runAsStranger(acceptInvitation, { link, password, locale });
  if (!result.ok) return { errors: result.errors, email: '' };
  await keepSignIn(result.value);
  await keepLocale(result.value.locale);
  await keepTheme(result.value.theme);
  redirect('/');
}

export type RequestPasswordState = { sent: boolean; errors: SignInState['errors']; email: string };

/** Says the same at once for every address; the work is done after the answer (T9). */
export async function requestPasswordAction(
  _before: RequestPasswordState,
  sent: FormData,
): Promise<RequestPasswordState> {
  const email = textIn(formOf(sent), 'email');
  const requested = await runAsStranger(requestPassword, { email });
  if (!requested.ok) return { sent: false, errors: requested.errors, email: shownAgain(email) };
  after(requested.value.mail);
  return { sent: true, errors: [], email };
}
