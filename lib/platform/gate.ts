import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { ProgramScope, Viewer } from '@/lib/core/scope';
import { admitsSample } from './local-request';
import { requestLocale } from './locale';
import { programScope, readingIn, SIGN_IN_COOKIE, viewerBySignIn } from './viewer';

/** The viewer of this page or action, or null for the signed-out; looked up once a request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const secret = (await cookies()).get(SIGN_IN_COOKIE)?.value;
  if (!secret) return null;
  const viewer = await viewerBySignIn(secret, { admitsSample: admitsSample(await headers()) });
  return viewer && readingIn(viewer, await requestLocale());
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
