import 'server-only';
import { AppError } from '@/lib/core/errors';
import type { Locale, Means, ProgramEntry, ProgramScope, Viewer } from '@/lib/core/scope';
import { findViewer } from './database';
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

/** The viewer as a reader of this request: names and sentences come in the language that its page is in. */
export function readingIn(viewer: Viewer, locale: Locale): Viewer {
  return { ...viewer, locale };
}

function toViewer(row: unknown, means: Means): Viewer | null {
  return row ? ({ ...(row as Omit<Viewer, 'means'>), means } as Viewer) : null;
}

/** The scope of a program by slug, or null when there is none or it is not the viewer's. */
export function programScope(viewer: Viewer, slug: string): ProgramScope | null {
  const program = viewer.programs.find((entry) => entry.slug === slug);
  return program ? scopeOf(viewer, program) : null;
}

export function programScopeOrThrow(viewer: Viewer, slug: string): ProgramScope {
  const scope = programScope(viewer, slug);
  if (!scope) throw new AppError('not_found');
  return scope;
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
