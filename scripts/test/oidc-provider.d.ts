/** As much of it as tests use; it comes without types of its own. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  export default class Provider {
    constructor(
      issuer: string,
      options: {
        clients: { client_id: string; client_secret: string; redirect_uris: string[] }[];
        claims: Record<string, string[]>;
        findAccount: (context: unknown, id: string) => { accountId: string; claims: () => object };
        cookies: { keys: string[] };
        pkce: { required: () => boolean };
      },
    );
    callback(): RequestListener;
  }
}
