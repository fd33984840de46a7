import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** How the product knows the provider: its part of the environment. */
export type ProviderEnv = {
  OIDC_ISSUER: string;
  OIDC_CLIENT_ID: string;
  OIDC_CLIENT_SECRET: string;
  OIDC_NAME: string;
};

/**
 * A real provider of OpenID Connect on a port of its own, for the product at `address`. Its own pages ask for a name, which
 * is the account's e-mail address, and for consent; it vouches for every address.
 */
export async function startIdentityProvider(
  address: string,
): Promise<{ env: ProviderEnv; stop: () => void }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { client_id: 'roundtable', client_secret: 'of-the-client' };
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [`${address}/api/auth/callback/oidc`] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: id, email_verified: true }),
    }),
    cookies: { keys: ['of-tests'] },
    pkce: { required: () => true },
  });
  server.on('request', provider.callback());
  const env = {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: client.client_id,
    OIDC_CLIENT_SECRET: client.client_secret,
    OIDC_NAME: '한빛',
  };
  return { env, stop: () => server.close() };
}
