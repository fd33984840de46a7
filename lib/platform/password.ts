import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB and two passes: the first choice of the OWASP password storage cheat sheet. */
const WORK = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

/** Keyboards differ in how they compose Hangul and accents: the same letters are the same password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), WORK);
}

/** Takes as long where there is nothing to compare with (no such person, no password yet); the answer is no then. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(24).toString('base64'));
  const other = await decoy;
  const matches = await verify(stored ?? other, password.normalize('NFC'));
  return matches && stored !== null;
}
