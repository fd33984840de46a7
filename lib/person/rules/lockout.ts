/**
 * How often a password may be tried before the next try has to wait: `most` at once, then one each `seconds / most`. Every
 * try counts until the password turns out right. Strangers are counted by address and source together, by source (who tries
 * one password on many addresses), by address (who tries from many sources) and all together; the first lets nobody keep an
 * account locked from elsewhere. A browser in which the person signed in before is counted by itself alone, so that
 * whatever strangers do, its owner comes in.
 */
export const TRIES = {
  ofBrowser: { name: 'sign_in.browser', most: 5, seconds: 15 * 60 },
  ofSourceAtAddress: { name: 'sign_in.source_at_address', most: 5, seconds: 15 * 60 },
  ofSource: { name: 'sign_in.source', most: 50, seconds: 60 * 60 },
  atAddress: { name: 'sign_in.address', most: 50, seconds: 60 * 60 },
  ofAll: { name: 'sign_in.all', most: 1_000, seconds: 60 * 60 },
  /** Wrong tries at the present password, or to set a first one, by whoever sits at a browser left open. */
  ofPerson: { name: 'person.password', most: 5, seconds: 15 * 60 },
  /** Wrong codes of the second factor, by whoever knows the first proof. */
  ofCode: { name: 'person.code', most: 5, seconds: 15 * 60 },
  /** Challenges for a passkey that one source asks for: each opening of the sign-in page is one. */
  ofChallenges: { name: 'sign_in.challenge', most: 600, seconds: 60 * 60 },
} as const;

/** One entry in the audit trail for each account and period, however often it is refused. */
export const LOCK_ENTRY = { name: 'sign_in.lock_entry', most: 1, seconds: 60 * 60 } as const;

/** The wait for a sentence: seconds below a minute, else minutes rounded up, the other one 0. */
export function waitInWords(seconds: number): { minutes: number; seconds: number } {
  return seconds < 60 ? { minutes: 0, seconds } : { minutes: Math.ceil(seconds / 60), seconds: 0 };
}
