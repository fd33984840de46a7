import 'server-only';
import { cookies, headers } from 'next/headers';
import { LONGEST_EMAIL } from '@/lib/core/fields';
import { LOCALE_COOKIE } from '@/lib/core/locale';
import type { Locale, Theme } from '@/lib/core/scope';
import { beginCall } from './action-call';
import { env } from './env';
import { admitsSample, sourceOf } from './local-request';
import type { StrangerCall } from './stranger';
import { SIGN_IN_COOKIE } from './viewer';

/** Outlasts signing out, and opens nothing: see KnownBrowser in the schema. */
const BROWSER_COOKIE = 'rt_browser';
const THEME_COOKIE = 'rt_theme';
/** As long as browsers keep a cookie; the row in the database says when a sign-in ends. */
const LONGEST = 400 * 24 * 60 * 60;

/** A server action is called with whatever is sent: what is no form has no fields, and is refused for what it lacks. */
export function formOf(sent: unknown): FormData {
  beginCall();
  return sent instanceof FormData ? sent : new FormData();
}

/** A field of a form as text; a file is none. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/**
 * An e-mail that a form shows again after a refusal. One that is longer than any address is not shown: a page says it
 * several times, each time escaped, and would be fifteen times as long as what was sent.
 */
export function shownAgain(email: string): string {
  return email.length <= LONGEST_EMAIL ? email : '';
}

/** What a person's browser is given when they sign in: the secret, and one by which it is known again. */
export async function keepSignIn({ secret, browser }: { secret: string; browser: string }): Promise<void> {
  const jar = await cookies();
  const options = {
    httpOnly: true,
    sameSite: 'lax',
    secure: await isSecure(),
    path: '/',
    maxAge: LONGEST,
  } as const;
  jar.set(SIGN_IN_COOKIE, secret, options);
  jar.set(BROWSER_COOKIE, browser, options);
}

export async function dropSignIn(): Promise<void> {
  (await cookies()).delete(SIGN_IN_COOKIE);
}

export async function keepLocale(locale: Locale): Promise<void> {
  (await cookies()).set(LOCALE_COOKIE, locale, { sameSite: 'lax', path: '/', maxAge: LONGEST });
}

export async function keepTheme(theme: Theme): Promise<void> {
  (await cookies()).set(THEME_COOKIE, theme, { sameSite: 'lax', path: '/', maxAge: LONGEST });
}

/** What this browser shows; a person's own choice is put there when they sign in. */
export async function requestTheme(): Promise<Theme> {
  const theme = (await cookies()).get(THEME_COOKIE)?.value;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

async function isSecure(): Promise<boolean> {
  const proto = (await headers()).get('x-forwarded-proto')?.split(',')[0]?.trim();
  return proto === 'https' || Boolean(env.APP_URL?.startsWith('https:'));
}

/** What a command of somebody not signed in is told of the request. */
export async function strangerCall(): Promise<StrangerCall> {
  beginCall();
  const [sent, jar] = await Promise.all([headers(), cookies()]);
  const browser = jar.get(BROWSER_COOKIE)?.value ?? '';
  return {
    userAgent: (sent.get('user-agent') ?? '').slice(0, 300),
    admitsSample: admitsSample(sent),
    source: sourceOf(sent),
    browser: /^[A-Za-z0-9_-]{43}$/.test(browser) ? browser : null,
  };
}
