import 'server-only';
import { AppError } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import type { Means, ProgramEntry, ProgramScope, Viewer } from '@/lib/core/scope';
import { asViewer, findAndCount, findViewer, type RequestUse, type Tx } from './database';
import { hashSecret } from './secret';

export const SIGN_IN_COOKIE = 'rt_sign_in';
/** Outlasts signing out, and opens nothing: see KnownBrowser in the schema. */
export const BROWSER_COOKIE = 'rt_browser';

/** Role and validity come from the database each time; a cookie or token only says where to look. */
/** `admitsSample`: whether people of the sample exist for the request that brought the secret; without it they do not. */
type Asked = { now?: Date; admitsSample?: boolean };

export async function viewerBySignIn(secret: string, asked: Asked = {}): Promise<Viewer | null> {
  return toViewer(await findViewer({ signIn: hashSecret(secret) }, asked), 'web');
}

export async function viewerByApiToken(secret: string, asked: Asked = {}): Promise<Viewer | null> {
  return toViewer(await findViewer({ apiToken: hashSecret(secret) }, asked), 'api');
}

/** Whose request it is by a sign-in or an API token, and how their limit of requests stands with this one. */
export async function askingViewer(
  secret: { signIn: string } | { apiToken: string },
  asked: Asked,
  limit: { most: number; seconds: number },
): Promise<{ viewer: Viewer; use: RequestUse } | null> {
  const isToken = 'apiToken' in secret;
  const hashes = isToken ? { apiToken: hashSecret(secret.apiToken) } : { signIn: hashSecret(secret.signIn) };
  const found = await findAndCount(hashes, asked, limit);
  const viewer = found && toViewer(found.viewer, isToken ? 'api' : 'web');
  return viewer && { viewer, use: found };
}

export type PendingSignIn = { signInId: string; personId: string };

/** The sign-in behind a secret that waits for its second proof, and so has no viewer yet. The transaction speaks for nobody. */
export async function findPendingSignIn(
  tx: Tx,
  secret: string,
  { now = new Date(), admitsSample = false }: Asked,
): Promise<PendingSignIn | null> {
  const [row] = await tx.$queryRaw<PendingSignIn[]>`
    select sign_in_id as "signInId", person_id as "personId"
    from pending_sign_in(${hashSecret(secret)}, ${now}::timestamptz, ${admitsSample})`;
  return row ?? null;
}

export async function waitsForCode(secret: string, asked: Asked = {}): Promise<boolean> {
  return (await asViewer('nobody', (tx) => findPendingSignIn(tx, secret, asked))) !== null;
}

/** The viewer as a reader of this request: names and sentences come in the language that its page is in. */
export function readingIn(viewer: Viewer, locale: Locale): Viewer {
  return { ...viewer, locale };
}

function toViewer(row: unknown, means: Means): Viewer | null {
  return row ? ({ ...(row as Omit<Viewer, 'means'>), means } as Viewer) : null;
}

/** The scope of a program by slug, or null when there is none, it is not the viewer's, or it is closed to this sign-in. */
export function programScope(viewer: Viewer, slug: string): ProgramScope | null {
  const program = viewer.programs.find((entry) => entry.slug === slug);
  return program ? scopeOf(viewer, program) : null;
}

/** Whether the viewer has a place in the program, and this sign-in gave too few proofs for it. */
export function isLockedProgram(viewer: Viewer, slug: string): boolean {
  return viewer.lockedPrograms.some((entry) => entry.slug === slug);
}

export function programScopeOrThrow(viewer: Viewer, slug: string): ProgramScope {
  const scope = programScope(viewer, slug);
  if (scope) return scope;
  throw new AppError(isLockedProgram(viewer, slug) ? 'forbidden' : 'not_found');
}

type Member = Pick<ProgramScope, 'programId' | 'role' | 'startupId'> & { personId: string };

/** The scope of somebody who is not there, as the database said a moment ago that they stand: for what is sent in their name. */
export function standIn({ personId, ...standing }: Member): ProgramScope {
  return { ...standing, viewer: { personId } } as unknown as ProgramScope;
}

function scopeOf(viewer: Viewer, program: ProgramEntry): ProgramScope {
  return {
    viewer,
    program,
    programId: program.programId,
    role: program.role,
    startupId: program.startupId,
  } as ProgramScope;
}
