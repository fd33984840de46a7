import { createHmac } from 'node:crypto';

/** What a webhook's key is sealed for. */
export const SECRET_PURPOSE = 'webhook key';

/**
 * The headers of Standard Webhooks: the delivery's id, the seconds of this try, and HMAC-SHA256 over both and the body with the
 * bytes of each key. While a key is replaced there are two, and a receiver takes whichever it has.
 */
export function signedHeaders(
  keys: readonly string[],
  id: string,
  body: string,
  now: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signatures = keys.map((key) => {
    const bytes = Buffer.from(key.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', bytes).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
