import { z } from 'zod';

const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' });

/** What Roundtable reads from its environment; nothing else in `lib` or `app` looks at `process.env`. */
const VARIABLES = {
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** Where the server listens. */
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** What people type to get here, without a trailing slash: links in mails begin with it. */
  APP_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
    .transform((url) => url.replace(/(?<!\/)\/+$/, ''))
    .optional(),
  /** The folder of the embedded database, of uploaded files and of the mail outbox. */
  DATA_DIR: z.string().default('.data'),
  /** An outside PostgreSQL, as its owner; unset, the embedded one is used. */
  DATABASE_URL: databaseUrl.optional(),
  /** The same database as the role roundtable_app. */
  DATABASE_APP_URL: databaseUrl.optional(),
  /** Signs the short-lived cookies of a sign-in on its way; scripts/serve makes one where none is given. */
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** A provider of OpenID Connect by which an office signs in: its issuer, what it knows this product as, and its name on the button. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60).optional(),
  /** How long one statement of a read, and of a change, may take before it is ended. */
  QUERY_SECONDS: z.coerce.number().int().min(1).max(600).default(15),
  CHANGE_SECONDS: z.coerce.number().int().min(1).max(600).default(30),
  /** How many requests a minute one sign-in or API token may make of the API. */
  API_PER_MINUTE: z.coerce.number().int().min(1).max(10_000_000).default(1200),
  /** Lets webhooks go to this machine, and without TLS: for tests, and for receivers beside the server. */
  WEBHOOKS_TO_LOOPBACK: z
    .literal('1')
    .optional()
    .transform((value) => value === '1'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
  MAIL_FROM: z.string().default('Roundtable <roundtable@localhost>'),
  /** Set by scripts/start.ts alone: sample data is loaded and the server listens on loopback. */
  SAMPLE: z
    .literal('1')
    .optional()
    .transform((value) => value === '1'),
  /** Set by scripts/serve/web-server.ts alone: what the server marks requests of this machine with. */
  LOCAL_MARK: z.string().min(32).optional(),
  /** Set by tests: an answer that is not as its operation declares is an error (lib/platform/answer.ts). */
  CHECK_ANSWERS: z
    .literal('1')
    .optional()
    .transform((value) => value === '1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
};

type Variables = typeof VARIABLES;
export type Env = { readonly [Name in keyof Variables]: z.output<Variables[Name]> };

/** Each variable is read when asked for, so that importing this file never throws (a build has no environment). */
export const env: Env = Object.defineProperties(
  {},
  Object.fromEntries(names().map((name) => [name, { enumerable: true, get: () => read(name) }])),
) as Env;

/** Every bad variable in one sentence each; empty when all is well. */
export function environmentProblems(): string[] {
  return names().flatMap((name) => {
    const parsed = VARIABLES[name].safeParse(given(name));
    return parsed.success ? [] : [sentence(name, parsed.error)];
  });
}

function read<Name extends keyof Variables>(name: Name): Env[Name] {
  const parsed = VARIABLES[name].safeParse(given(name));
  if (parsed.success) return parsed.data as Env[Name];
  throw new Error(sentence(name, parsed.error));
}

/** An empty value counts as none: compose files pass on what is not set as an empty string. */
function given(name: keyof Variables): string | undefined {
  return process.env[name]?.trim() || undefined;
}

/** The value is not repeated: an address may hold a password. */
function sentence(name: string, error: z.ZodError): string {
  const reason = error.issues[0]?.message ?? 'is not understood';
  return `The environment variable ${name} is not usable: ${reason}.`;
}

function names(): (keyof Variables)[] {
  return Object.keys(VARIABLES) as (keyof Variables)[];
}
