import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { lane } from './lane';

/** Argon2id with 19 MiB and two passes: the first choice of the OWASP password storage cheat sheet. */
const WORK = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * A hash keeps a processor busy for some 50 ms. One processor stays free for readers; whoever comes behind a hundred others
 * would wait longer than a browser does.
 */
const hashing = lane('passwords', {
  atOnce: Math.max(1, Math.min(3, availableParallelism() - 1)),
  waiting: 100,
  retryAfter: 5,
});

let decoy: Promise<string> | undefined;

/** Throws too_many when too many passwords wait already. Keyboards differ in how they compose Hangul and accents: the same letters are the same password. */
export function hashPassword(password: string): Promise<string> {
  return hashing(() => hash(password.normalize('NFC'), WORK));
}

/** Throws too_many as above. Takes as long where there is nothing to compare with (no such person, no password yet); the answer is no then. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const other = await decoyHash();
  const matches = await hashing(() => verify(stored ?? other, password.normalize('NFC')));
  return matches && stored !== null;
}

/** Made once. One that the full lane refused is not kept: it would refuse every sign-in until the next start. */
function decoyHash(): Promise<string> {
  decoy ??= hashPassword(randomBytes(24).toString('base64')).catch((error) => {
    decoy = undefined;
    throw error;
  });
  return decoy;
}
