import { lookup as resolveName } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A host that is not on the public internet, or has no address. */
export class NotPublic extends Error {
  constructor(host: string) {
    super(`${host} is not a public address`);
    this.name = 'NotPublic';
  }
}

/**
 * Whether anybody on the internet may have this address: not this machine, a private or local network, a link, a multicast
 * group, nor an IPv4 address inside an IPv6 one that is not public itself.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

export function isLoopbackAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}

type Allows = (address: string) => boolean;

/**
 * Resolves a host once and hands that very address to the connection: a name that answers something else a moment later
 * (rebinding) leads nowhere. Every address of the name has to be allowed. Throws NotPublic.
 */
export async function pinnedAddress(
  host: string,
  allows: Allows,
): Promise<{ address: string; family: number }> {
  const bare = host.replace(/^\[|\]$/g, '');
  const found = await resolveName(bare, { all: true }).catch(() => []);
  const [first] = found;
  if (!first || !found.every(({ address }) => allows(address))) throw new NotPublic(host);
  return first;
}

/** What a connection asks instead of the resolver. */
export function lookupOf(pinned: { address: string; family: number }): LookupFunction {
  return (_host, options, callback) =>
    options.all ? callback(null, [pinned]) : callback(null, pinned.address, pinned.family);
}
