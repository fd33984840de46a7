'use server';

import { redirect } from 'next/navigation';
import { after } from 'next/server';
import type { SignInState } from '@/lib/person/actions';
import { localeField } from '@/lib/person/schema';
import { runInProgram } from '@/lib/platform/action';
import { keepLocale, keepSignIn, keepTheme, strangerCall } from '@/lib/platform/browser';
import { explainRefusals } from '@/lib/platform/explain';
import { parseInput } from '@/lib/platform/input';
import { requestLocale } from '@/lib/platform/locale';
import { acceptInvitation } from './commands/accept';
import { invitePerson, resendInvitation } from './commands/invite';
import { requestPassword } from './commands/request-password';
import { requestPasswordInput } from './schema';

export async function invitePersonAction(slug: string, input: unknown, key?: string) {
  return runInProgram(invitePerson, slug, input, key);
}

export async function resendInvitationAction(slug: string, input: unknown, key?: string) {
  return runInProgram(resendInvitation, slug, input, key);
}

export async function acceptInvitationAction(
  link: string,
  _before: SignInState,
  form: FormData,
): Promise<SignInState> {
  const locale = localeField.parse(await requestLocale());
  const result = await acceptInvitation(
    { link, password: form.get('password'), locale },
    await strangerCall(),
  );
  if (!result.ok) {
    return { errors: explainRefusals(acceptInvitation.name, result.refusals, locale), email: '' };
  }
  await keepSignIn(result.value.secret);
  await keepLocale(result.value.locale);
  await keepTheme(result.value.theme);
  redirect('/');
}

export type RequestPasswordState = { sent: boolean; errors: SignInState['errors']; email: string };

/** Says the same at once for every address; the work is done after the answer (T9). */
export async function requestPasswordAction(
  _before: RequestPasswordState,
  form: FormData,
): Promise<RequestPasswordState> {
  const email = String(form.get('email') ?? '');
  const parsed = parseInput(requestPasswordInput, { email });
  if (!parsed.ok) {
    const errors = explainRefusals(requestPassword.name, parsed.refusals, await requestLocale());
    return { sent: false, errors, email };
  }
  const call = await strangerCall();
  after(() => requestPassword(parsed.value, call));
  return { sent: true, errors: [], email };
}
