import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { env } from './env';
import { isLoopbackAddress, isPublicAddress, lookupOf, pinnedAddress } from './public-address';

const PATIENCE_MS = 10_000;

/** Where the server may send to on its own: the public internet, and this machine where the installation says so. */
function isAllowed(address: string): boolean {
  return isPublicAddress(address) || (env.WEBHOOKS_TO_LOOPBACK && isLoopbackAddress(address));
}

/** Whether an address is written as one that may be sent to; what its name resolves to is looked at when it is sent. */
export function mayBeSentTo(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  const isSecure = protocol === 'https:' || (protocol === 'http:' && env.WEBHOOKS_TO_LOOPBACK);
  return isSecure && username === '' && password === '';
}

/**
 * Posts a body and gives the status of the answer, whose text is not read. Follows no redirect, and connects to the address
 * that was looked at. Throws NotPublic, or what the network says.
 */
export async function sendOut(
  target: string,
  headers: Record<string, string>,
  body: string,
): Promise<number> {
  const url = new URL(target);
  const pinned = await pinnedAddress(url.hostname, isAllowed);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
        lookup: lookupOf(pinned),
        signal: AbortSignal.timeout(PATIENCE_MS),
        agent: false,
      },
      (response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
