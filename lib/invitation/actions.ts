'use server';

import { redirect } from 'next/navigation';
import { after } from 'next/server';
import type { SignInState } from '@/lib/person/actions';
import { localeField } from '@/lib/person/schema';
import { runInProgram } from '@/lib/platform/action';
import { formOf, keepLocale, keepSignIn, keepTheme, strangerCall, textIn } from '@/lib/platform/browser';
import { explainRefusals } from '@/lib/platform/explain';
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
  const result = await acceptInvitation(
    { link, password: formOf(sent).get('password'), locale },
    await strangerCall(),
  );
  if (!result.ok) {
    return { errors: explainRefusals(acceptInvitation.name, result.refusals, locale), email: '' };
  }
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
  const requested = await requestPassword({ email }, await strangerCall());
  if (!requested.ok) {
    const errors = explainRefusals(requestPassword.name, requested.refusals, await requestLocale());
    return { sent: false, errors, email };
  }
  after(requested.value.mail);
  return { sent: true, errors: [], email };
}
