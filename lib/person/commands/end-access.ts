import { AppError } from '@/lib/core/errors';
import type { Viewer } from '@/lib/core/scope';
import { speakFor, type Tx } from '@/lib/platform/database';

/**
 * A new password ends sign-ins and tokens, and waits for nobody who is past the gate already. So a new token, passkey, second
 * factor or account at a provider waits for the person's row, and is made only while the sign-in it is asked with stands.
 * Throws signed_out.
 */
export async function requireSignIn(tx: Tx, { personId, accessId }: Viewer): Promise<void> {
  await tx.$queryRaw`select id from person where id = ${personId}::uuid for share`;
  const found = await tx.signIn.count({ where: { id: accessId, personId } });
  if (found === 0) throw new AppError('signed_out', 'the sign-in has ended');
}

/**
 * Whether this sign-in may add or remove ways in. Where a program is closed to it because it gave one proof, and the person has
 * a second one, it may not: a stolen password would make a second proof of its own and open the program.
 */
export async function gaveAllProofs(tx: Tx, { personId, lockedPrograms }: Viewer): Promise<boolean> {
  if (lockedPrograms.length === 0) return true;
  return !(await hasApp(tx, personId)) && (await tx.passkey.count({ where: { personId } })) === 0;
}

/** Whether an authenticator app is set up to its end. */
export async function hasApp(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.secondFactor.count({ where: { personId, confirmedAt: { not: null } } })) > 0;
}

/** Ends every sign-in of a person but the one named: after another role, or what is named below. */
export async function endSignInsOf(tx: Tx, personId: string, exceptId?: string): Promise<number> {
  const { count } = await tx.signIn.deleteMany({
    where: { personId, ...(exceptId ? { id: { not: exceptId } } : {}) },
  });
  return count;
}

/** Ends every API token of a person, so that no restoring brings one back. */
export async function endTokensOf(tx: Tx, personId: string, now: Date): Promise<number> {
  const { count } = await tx.apiToken.updateMany({
    where: { personId, revokedAt: null },
    data: { revokedAt: now },
  });
  return count;
}

/** Voids every open link of a person, whoever sent it: each would set a password or sign in. Only an admin or a link's holder may. */
async function endLinksOf(tx: Tx, personId: string, now: Date): Promise<number> {
  await endSignInLinksOf(tx, personId);
  const { count } = await tx.invitation.updateMany({
    where: { personId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  return count;
}

/** Takes away the links by e-mail that sign a person in. */
async function endSignInLinksOf(tx: Tx, personId: string): Promise<void> {
  await tx.signInLink.deleteMany({ where: { personId } });
}

/**
 * Voids the open links of a member's forgotten password, for the office that takes them out of its program: as with sign-ins and
 * API tokens of every program, also where another one goes on, because one can be asked for anew at any time and whoever holds
 * an old one would come in as soon as the member is let back in. What another office sent stays.
 */
export async function endResetLinksOf(tx: Tx, personId: string, now: Date): Promise<number> {
  await endSignInLinksOf(tx, personId);
  const [ended] = await tx.$queryRaw<{ count: number }[]>`
    select end_reset_links(${personId}::uuid, ${now}::timestamptz) as count`;
  return ended?.count ?? 0;
}

type Whose = { personId: string; now: Date; exceptSignIn?: string };
export type EndedAccess = { endedSignIns: number; endedTokens: number; endedLinks: number };

/**
 * Ends what a person opened or was sent before a new password: sign-ins, API tokens and links. Passkeys, the authenticator app
 * and accounts at a provider stay: a mailbox alone takes no second proof away. So the person is told of them, on the screen
 * and by mail (queuePasswordMail). The transaction has to speak for an admin or a link's holder.
 */
export async function endAccessOf(tx: Tx, { personId, now, exceptSignIn }: Whose): Promise<EndedAccess> {
  return {
    endedSignIns: await endSignInsOf(tx, personId, exceptSignIn),
    endedTokens: await endTokensOf(tx, personId, now),
    endedLinks: await endLinksOf(tx, personId, now),
  };
}

/**
 * Ends all of that and every way in with it, of an account that is closed: password, passkeys, authenticator app, accounts at a
 * provider. Opening it again revives nothing: its person begins with a link by mail. The transaction has to speak for an admin.
 */
export async function endWaysInOf(tx: Tx, { personId, now }: Whose): Promise<void> {
  await endAccessOf(tx, { personId, now });
  await tx.$queryRaw`select end_ways_in(${personId}::uuid)::text`;
}

/** The same as endAccessOf for the person themself, who has no link in hand: the transaction speaks for a holder meanwhile. */
export async function endOwnAccess(
  tx: Tx,
  viewer: Parameters<typeof speakFor>[1],
  whose: Whose,
): Promise<EndedAccess> {
  await speakFor(tx, 'link');
  const ended = await endAccessOf(tx, whose);
  await speakFor(tx, viewer);
  return ended;
}
