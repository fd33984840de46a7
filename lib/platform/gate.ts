import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { ProgramScope, Viewer } from '@/lib/core/scope';
import { admitsSample } from './local-request';
import { requestLocale } from './locale';
import {
  isLockedProgram,
  programScope,
  readingIn,
  SIGN_IN_COOKIE,
  viewerBySignIn,
  waitsForCode,
} from './viewer';

/** The viewer of this page or action, or null for the signed-out; looked up once a request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const secret = (await cookies()).get(SIGN_IN_COOKIE)?.value;
  if (!secret) return null;
  const viewer = await viewerBySignIn(secret, { admitsSample: admitsSample(await headers()) });
  return viewer && readingIn(viewer, await requestLocale());
});

/** Whether this browser gave a first proof and owes the code. */
export async function owesCode(): Promise<boolean> {
  const secret = (await cookies()).get(SIGN_IN_COOKIE)?.value;
  return secret !== undefined && waitsForCode(secret, { admitsSample: admitsSample(await headers()) });
}

/** Sends the signed-out to sign in, or to give the code of their sign-in, and back here afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer) return viewer;
  redirect(await withReturn((await owesCode()) ? '/sign-in/code' : '/sign-in'));
}

/** The gate of a page of the installation: for whoever has the right, else not there. An admin who gave too few proofs is led on. */
export async function requireRight(may: (viewer: Viewer) => boolean): Promise<Viewer> {
  const viewer = await requireViewer();
  if (may(viewer)) return viewer;
  if (viewer.adminNeedsProof) redirect(await withReturn('/account/second-factor'));
  notFound();
}

/**
 * A page's gate: not there and not yours are the same 404. Whoever has a place in the program, and gave too few proofs for it,
 * is led to set up the second one.
 */
export async function requireProgram(slug: string): Promise<ProgramScope> {
  const viewer = await requireViewer();
  const scope = programScope(viewer, slug);
  if (scope) return scope;
  if (isLockedProgram(viewer, slug)) redirect(await withReturn('/account/second-factor'));
  notFound();
}

async function withReturn(page: string): Promise<string> {
  const here = (await headers()).get('x-roundtable-path');
  return here ? `${page}?next=${encodeURIComponent(here)}` : page;
}
