import { AppError } from '@/lib/core/errors';
import type { Means, ProgramScope, Viewer } from '@/lib/core/scope';
import { speakFor, type Tx } from './database';

/**
 * The viewer that signing in as this person would give, for the sample, tests and scripts. Takes the same way through
 * viewer_of as a browser does, by a sign-in that ends with the call. Throws not_found for an unknown address.
 */
export async function actAs(tx: Tx, email: string, means: Means): Promise<Viewer> {
  await speakFor(tx, 'machine');
  const person = await tx.person.findUnique({ where: { email }, select: { id: true } });
  if (!person) throw new AppError('not_found', `person ${email}`);
  const tokenHash = `acting:${crypto.randomUUID()}`;
  const now = new Date();
  const { id } = await tx.signIn.create({
    data: { personId: person.id, tokenHash, expiresAt: new Date(now.getTime() + 60_000) },
    select: { id: true },
  });
  const rows = await tx.$queryRaw<
    { viewer: unknown }[]
  >`select viewer_of(${tokenHash}, null, ${now}, true) as viewer`;
  await tx.signIn.deleteMany({ where: { id } });
  return { ...(rows[0]?.viewer as Omit<Viewer, 'means'>), means } as Viewer;
}

/** The scope of a program the acting viewer may enter. Throws not_found. */
export function actIn(viewer: Viewer, slug: string): ProgramScope {
  const program = viewer.programs.find((entry) => entry.slug === slug);
  if (!program) throw new AppError('not_found', `program ${slug}`);
  return {
    viewer,
    program,
    programId: program.programId,
    role: program.role,
    startupId: program.startupId,
  } as ProgramScope;
}
