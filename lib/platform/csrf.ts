import { createHash, randomBytes } from 'node:crypto';
import { sharedSecret } from './secret';

/** Where next-auth keeps the token that a form of ours has to bring back. */
export const CSRF_COOKIE = 'rt_csrf';

/**
 * The token for a form, so that it works before any script: what stands in the cookie, or a new one with the cookie to set.
 * Written as next-auth writes it (app/api/auth/sign-in.test.ts holds it to that): the token, and its hash with the secret.
 */
export function csrfToken(cookie: string | undefined): { token: string; cookie: string | null } {
  const [kept = '', hash] = (cookie ?? '').split('|');
  if (hash === hashOf(kept)) return { token: kept, cookie: null };
  const token = randomBytes(32).toString('hex');
  return { token, cookie: `${token}|${hashOf(token)}` };
}

function hashOf(token: string): string {
  return createHash('sha256').update(`${token}${sharedSecret()}`).digest('hex');
}
