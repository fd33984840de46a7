import { Secret, TOTP } from 'otpauth';

/** The beginning of a step of the app, so that a minute later is two steps later. */
export const STEP_BEGINS = new Date(Math.ceil(Date.now() / 30_000) * 30_000);

/** The code that an authenticator app shows, from what the page showed: reckoned by RFC 6238, not by the product. */
export function codeAt(secret: string, at = new Date()): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
}
