import type { Locale } from '@/lib/core/locale';
import type { Theme } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import { hashSecret, newSecret } from '@/lib/platform/secret';
import type { StrangerContext } from '@/lib/platform/stranger';
import type { SignInMethod } from '@/prisma/client/client';
import { rememberBrowser } from './known-browser';

const LASTS_MS = 30 * 24 * 60 * 60 * 1000;

/** For the cookie and nothing else; the database keeps the hash. */
export type OpenedSignIn = {
  secret: string;
  /** By which the browser is known again; it outlasts signing out and opens nothing. */
  browser: string;
  signInId: string;
  locale: Locale;
  theme: Theme;
};

/**
 * Signs a person in on one browser for 30 days after its last use, and clears away what has expired. Where the person has a
 * second factor, and `method` is not a passkey, the database lets the sign-in wait for its code (`needs_factor`). Null where
 * the account is closed: the person's row is held, so that whoever closes it meanwhile finds the sign-in and ends it.
 */
export async function startSignIn(
  tx: Tx,
  personId: string,
  { userAgent, browser, now }: Pick<StrangerContext, 'userAgent' | 'browser' | 'now'>,
  method: SignInMethod = 'password',
): Promise<OpenedSignIn | null> {
  const open = await tx.$queryRaw<unknown[]>`
    select id from person where id = ${personId}::uuid and archived_at is null for share`;
  if (open.length === 0) return null;
  const secret = newSecret();
  await tx.signIn.deleteMany({ where: { personId, expiresAt: { lte: now } } });
  const opened = await tx.signIn.create({
    data: {
      personId,
      method,
      tokenHash: hashSecret(secret),
      userAgent: userAgent.slice(0, 300),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + LASTS_MS),
    },
    select: { id: true, person: { select: { locale: true, theme: true } } },
  });
  return {
    secret,
    browser: await rememberBrowser(tx, personId, browser, now),
    signInId: opened.id,
    locale: opened.person.locale as Locale,
    theme: opened.person.theme as Theme,
  };
}
