import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';

/** RFC 6238 as every authenticator app knows it: SHA-1, six digits, 30 seconds. */
const SECONDS = 30;
/** Clocks may be one step apart, as RFC 6238 recommends. */
const STEPS_APART = 1;

export const RECOVERY_CODES = 10;
/** 128 bits in base32. */
const RECOVERY_BYTES = 16;
const RECOVERY_LETTERS = 26;

/** 160 random bits in base32, as RFC 4226 recommends. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

export function totpOf(secret: string, email: string): TOTP {
  return new TOTP({ issuer: 'Roundtable', label: email, secret: Secret.fromBase32(secret), period: SECONDS });
}

/** The 30-second step that a code is of, or null for a wrong one. A step that was used before is the caller's to refuse. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(secret, '').validate({ token: code, timestamp, window: STEPS_APART });
  return delta === null ? null : Math.floor(timestamp / 1000 / SECONDS) + delta;
}

/** Capital letters and digits, as a person gives it back without dashes. */
export function newRecoveryCode(): string {
  return new Secret({ size: RECOVERY_BYTES }).base32;
}

export function isRecoveryCode(code: string): boolean {
  return code.length === RECOVERY_LETTERS;
}

/** For reading and typing: groups of five, the last of six. */
export function shownRecoveryCode(code: string): string {
  return code.replace(/.{5}(?=.{5})/g, '$&-');
}

/** A QR code as one path of an SVG `size` units wide and high, its quiet zone of four units included (ISO/IEC 18004). */
export function qrPathOf(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { border: 4 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { size, path };
}
