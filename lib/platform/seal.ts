import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { sharedSecret } from './secret';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a sealed text is for, and whose it is: it opens for the same two and for nothing else. */
export type Seal = { purpose: string; of: string };

/**
 * Seals a text that has to be read again, so that a copy of the database gives nothing away. The key is made from the
 * server's secret (HKDF, RFC 5869) and is nowhere in the database. base64url of nonce, tag and cipher text.
 */
export function sealText(text: string, { purpose, of }: Seal): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(purpose), nonce).setAAD(Buffer.from(of));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Null where it was sealed for something else, by another secret, or is damaged. */
export function openSealed(sealed: string, { purpose, of }: Seal): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const cipher = createDecipheriv(CIPHER, keyOf(purpose), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(Buffer.from(of)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const opened = cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([opened, cipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** 32 bytes for one purpose, so that no two uses of the server's secret share a key. */
export function keyOf(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', sharedSecret(), '', `roundtable ${purpose}`, 32));
}
