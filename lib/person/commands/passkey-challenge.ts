import { randomBytes } from 'node:crypto';
import type { Tx } from '@/lib/platform/database';
import { addressOf } from '@/lib/platform/mail';
import { hashSecret } from '@/lib/platform/secret';

/** How long a browser's dialog may stay open, and a challenge be answered. */
export const TIMEOUT_MS = 5 * 60 * 1000;

type Challenge = { purpose: 'register' | 'sign_in'; personId: string | null; now: Date };

/** 256 random bits for a passkey to sign, to be answered once and soon. */
export async function newChallenge(
  tx: Tx,
  { purpose, personId, now }: Challenge,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32));
  await tx.passkeyChallenge.createMany({
    data: [
      {
        purpose,
        personId,
        challengeHash: hashOf(challenge),
        expiresAt: new Date(now.getTime() + TIMEOUT_MS),
      },
    ],
  });
  return challenge;
}

/** Whether this challenge was given out for it and not answered before; it is used up by this. */
export async function takeChallenge(
  tx: Tx,
  challenge: string,
  { purpose, personId, now }: Challenge,
): Promise<boolean> {
  const challengeHash = hashOf(Buffer.from(challenge, 'base64url'));
  const { count } = await tx.passkeyChallenge.deleteMany({
    where: { challengeHash, purpose, personId, expiresAt: { gt: now } },
  });
  return count === 1;
}

function hashOf(challenge: Uint8Array): string {
  return hashSecret(Buffer.from(challenge).toString('base64url'));
}

/** Where passkeys are good for: the host by which people reach this installation, and its origin. */
export function passkeyPlace(): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(addressOf('/'));
  return { rpID: hostname, origin };
}
