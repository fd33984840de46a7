/** The way a request came: every host it was addressed to and every address it passed. */
export type Route = { hosts: readonly string[]; addresses: readonly string[] };

/**
 * Whether the one-click sign-in may open: only beside sample data, and only for a browser on this very machine.
 * A name that merely resolves to this machine is not enough (DNS rebinding), nor is a proxy that runs on it.
 */
export function isSampleDoorOpen(sample: boolean, route: Route): boolean {
  return (
    sample &&
    route.hosts.length > 0 &&
    route.hosts.every(isLoopbackHost) &&
    route.addresses.every(isLoopbackAddress)
  );
}

/** `localhost`, `127.x.x.x` or `[::1]`, with or without a port. */
export function isLoopbackHost(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i.test(host);
}

function isLoopbackAddress(address: string): boolean {
  return /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/i.test(address);
}
