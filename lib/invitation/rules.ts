const DAY_MS = 24 * 60 * 60 * 1000;

/** How long a link works: an invitation waits for its reader, a new password is for now. */
export const INVITATION_LASTS_MS = 14 * DAY_MS;
export const NEW_PASSWORD_LASTS_MS = 2 * 60 * 60 * 1000;
/** A person is not sent more than one mail in this time, however often a stranger asks. */
const PAUSE_MS = 2 * 60 * 1000;

export type Link = { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date };

/** What a link opens: `open` once, before its end, unless another took its place. */
export type LinkState = 'open' | 'used' | 'replaced' | 'expired';

export function stateOfLink({ acceptedAt, revokedAt, expiresAt }: Link, now: Date): LinkState {
  if (acceptedAt) return 'used';
  if (revokedAt) return 'replaced';
  return expiresAt > now ? 'open' : 'expired';
}

/** Whether another mail may go out, the last one having gone at `lastAt`. */
export function mayMailAgain(lastAt: Date | null, now: Date): boolean {
  return !lastAt || now.getTime() - lastAt.getTime() >= PAUSE_MS;
}
