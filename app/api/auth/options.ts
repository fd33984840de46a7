import type { NextAuthOptions } from 'next-auth';
import { acceptInvitation } from '@/lib/invitation/commands/accept';
import { signInByLink } from '@/lib/invitation/commands/sign-in-link';
import { signInByIdentity } from '@/lib/person/commands/identity';
import { openSample } from '@/lib/person/commands/open-sample';
import { signInByPasskey } from '@/lib/person/commands/passkey-sign-in';
import { signIn, signOut } from '@/lib/person/commands/sign-in';
import { returnPath } from '@/lib/person/rules/return-path';
import { CSRF_COOKIE } from '@/lib/platform/csrf';
import { log } from '@/lib/platform/log';
import { type OidcProvider, oidcProvider } from '@/lib/platform/oidc';
import { sharedSecret } from '@/lib/platform/secret';
import { SIGN_IN_COOKIE, viewerBySignIn } from '@/lib/platform/viewer';
import { type Attempt, RETURN_COOKIE } from './attempt';

/** Half a year: as long as the row behind the cookie lasts at most. */
const LASTS_SECONDS = 180 * 24 * 60 * 60;

/** What a browser may do here, by method and path below /api/auth; everything else next-auth knows is not there. */
export const AUTH_ROUTES = [
  'GET csrf',
  'POST callback/password',
  'POST callback/email',
  'POST callback/invitation',
  'POST callback/passkey',
  'POST callback/sample',
  'POST signin/oidc',
  'GET callback/oidc',
  'POST signout',
] as const;

/**
 * next-auth in front of the `sign_in` rows. Its "JWT" is the opaque secret of a row and nothing else, so that the row alone
 * says who it is and how long it lasts (docs/decisions/0011).
 */
export function authOptions(attempt: Attempt): NextAuthOptions {
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure: attempt.isSecure } as const;
  return {
    providers: [
      formProvider('password', ['email', 'password'], (input) => attempt.open(signIn, input)),
      formProvider('email', ['link'], (input) => attempt.open(signInByLink, input)),
      formProvider('invitation', ['link', 'password', 'locale'], (input) =>
        attempt.open(acceptInvitation, input),
      ),
      formProvider('passkey', ['credential'], (input) => attempt.open(signInByPasskey, input)),
      ...oidcProviders(),
      formProvider('sample', ['email'], (input) => attempt.open(openSample, input)),
    ],
    secret: sharedSecret(),
    session: { strategy: 'jwt', maxAge: LASTS_SECONDS },
    jwt: {
      encode: async ({ token }) => String(token?.secret ?? ''),
      decode: async ({ token }) => {
        const { admitsSample = false } = attempt.call;
        const viewer = token ? await viewerBySignIn(token, { admitsSample }) : null;
        return viewer && token ? { secret: token, viewer } : null;
      },
    },
    cookies: {
      sessionToken: { name: SIGN_IN_COOKIE, options: cookie },
      csrfToken: { name: CSRF_COOKIE, options: cookie },
      callbackUrl: { name: RETURN_COOKIE, options: cookie },
      state: { name: 'rt_oidc_state', options: cookie },
      nonce: { name: 'rt_oidc_nonce', options: cookie },
      pkceCodeVerifier: { name: 'rt_oidc_pkce', options: cookie },
    },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    callbacks: {
      signIn: async ({ account, profile, user }) => {
        if (account?.provider === 'oidc') await byIdentity(attempt, user.id, profile as Claims);
        return true;
      },
      jwt: ({ token, user }) => (user ? { secret: attempt.secret } : token),
      redirect: ({ url, baseUrl }) =>
        baseUrl + returnPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
    },
    events: {
      signOut: async ({ token }) => {
        if (token) await signOut(token.viewer as Parameters<typeof signOut>[0], {});
      },
    },
    logger: {
      // A cookie whose sign-in has ended is nothing to report.
      error: (code, { message }) =>
        log[code === 'JWT_SESSION_ERROR' ? 'debug' : 'warn']({ code, message }, 'signing in'),
      warn: (code) => log.warn({ code }, 'signing in'),
      debug: () => undefined,
    },
  };
}

type Claims = { iss?: string; email?: string; email_verified?: boolean };

/** What was asked for when the browser went to the provider: connecting, or signing in. */
async function byIdentity(attempt: Attempt, subject: string, claims: Claims): Promise<unknown> {
  const { issuer } = oidcProvider() as OidcProvider;
  const account = {
    ...{ issuer, subject, email: claims.email ?? null },
    // Some providers say nothing about it, and then nobody vouches for the address.
    emailVerified: claims.email_verified === true,
  };
  return attempt.connection ? attempt.connect(account) : attempt.open(signInByIdentity, account);
}

/** The provider of this installation, where one is set: code flow with PKCE, state and nonce. */
function oidcProviders(): NextAuthOptions['providers'] {
  const provider = oidcProvider();
  if (!provider) return [];
  const { issuer, clientId, clientSecret, name } = provider;
  return [
    {
      ...{ id: 'oidc', name, type: 'oauth', issuer, clientId, clientSecret },
      wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      authorization: { params: { scope: 'openid email' } },
      userinfo: {
        // Many say the address there alone. openid-client holds it to the subject of the token.
        request: async ({ tokens, client }) => {
          const both = tokens as Exclude<Parameters<typeof client.userinfo>[0], string>;
          return { ...both.claims(), ...(await client.userinfo(both)) };
        },
      },
      profile: (claims) => ({ id: claims.sub }),
    },
  ];
}

/** A provider whose proof comes with a form: only the fields named here reach the command. */
function formProvider(
  id: string,
  fields: readonly string[],
  open: (input: Record<string, unknown>) => Promise<{ id: string }>,
): NextAuthOptions['providers'][number] {
  return {
    ...{ id, name: id, type: 'credentials', credentials: {} },
    authorize: (given) =>
      open(
        Object.fromEntries(
          fields.filter((field) => given?.[field] !== undefined).map((field) => [field, given?.[field]]),
        ),
      ),
    options: {},
  };
}
