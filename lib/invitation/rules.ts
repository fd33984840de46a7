const DAY_MS = 24 * 60 * 60 * 1000;

/** How long a link works: an invitation waits for its reader, a new password is for now. */
export const INVITATION_LASTS_MS = 14 * DAY_MS;
export const NEW_PASSWORD_LASTS_MS = 2 * 60 * 60 * 1000;

/** Mails for a new password that one address gets, however often and from wherever they are asked for. */
export const RESET_MAILS = { name: 'password.mails', most: 3, seconds: 60 * 60 } as const;
/** Requests for them that one source may make, for whichever addresses. */
export const RESET_REQUESTS = { name: 'password.requests', most: 20, seconds: 60 * 60 } as const;
/** How long a link that signs in works, how many mails with one an address gets, and how many one source may ask for. */
export const SIGN_IN_LINK_LASTS_MS = 30 * 60 * 1000;
export const SIGN_IN_MAILS = { name: 'sign_in_link.mails', most: 5, seconds: 60 * 60 } as const;
export const SIGN_IN_REQUESTS = { name: 'sign_in_link.requests', most: 30, seconds: 60 * 60 } as const;

/** So many links for a new password are open at once; each ends after two hours. */
export const MOST_OPEN_RESETS = 5;

export type Link = {
  acceptedAt: Date | null;
  revokedAt: Date | null;
  expiresAt: Date;
  /** Whether another of its kind was sent later in its place. */
  hasNewer: boolean;
};

/** What a link opens: `open` once, before its end, unless another took its place, or it ended with the access it gave. */
export type LinkState = 'open' | 'used' | 'replaced' | 'ended' | 'expired';

export function stateOfLink({ acceptedAt, revokedAt, expiresAt, hasNewer }: Link, now: Date): LinkState {
  if (acceptedAt) return 'used';
  if (revokedAt) return hasNewer ? 'replaced' : 'ended';
  return expiresAt > now ? 'open' : 'expired';
}
