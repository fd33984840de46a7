import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { AppError } from '@/lib/core/errors';
import type { Means, ProgramEntry, ProgramScope, Viewer } from '@/lib/core/scope';
import { findViewer } from './database';
import { hashSecret } from './secret';

export const SIGN_IN_COOKIE = 'rt_sign_in';

/** Role and validity come from the database each time; a cookie or token only says where to look. */
export async function viewerBySignIn(secret: string, now = new Date()): Promise<Viewer | null> {
  return toViewer(await findViewer({ signIn: hashSecret(secret) }, now), 'web');
}

export async function viewerByApiToken(secret: string, now = new Date()): Promise<Viewer | null> {
  return toViewer(await findViewer({ apiToken: hashSecret(secret) }, now), 'api');
}

function toViewer(row: unknown, means: Means): Viewer | null {
  return row ? ({ ...(row as Omit<Viewer, 'means'>), means } as Viewer) : null;
}

/** The viewer of this page or action, or null for the signed-out; looked up once a request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const secret = (await cookies()).get(SIGN_IN_COOKIE)?.value;
  return secret ? viewerBySignIn(secret) : null;
});

/** Sends the signed-out to sign in, and back here afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer) return viewer;
  const here = (await headers()).get('x-roundtable-path');
  redirect(here ? `/sign-in?next=${encodeURIComponent(here)}` : '/sign-in');
}

/** A page's gate: not there and not yours are the same 404. */
export async function requireProgram(slug: string): Promise<ProgramScope> {
  const scope = programScope(await requireViewer(), slug);
  if (!scope) notFound();
  return scope;
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
