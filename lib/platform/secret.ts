import { createHash, randomBytes } from 'node:crypto';
import { env } from './env';

/** 256 random bits for a link, cookie or API token; only its hash is stored. */
export function newSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** Hex SHA-256. A secret of 256 random bits needs no salt and no slow hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The secret that all servers of this installation share and no database has. Throws where none is set: nothing goes on without. */
export function sharedSecret(): string {
  const secret = env.NEXTAUTH_SECRET;
  if (!secret) throw new Error('The environment variable NEXTAUTH_SECRET is not set.');
  return secret;
}
