import { AppError } from '@/lib/core/errors';
import { done, refuse } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/scope';
import { viewerCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { personOperations } from '../operations';
import { canManageInstallation } from '../policy';
import { changedPerson, personInput, setAdminInput } from '../schema';
import { endSignInsOf, endWaysInOf } from './end-access';

type Locked = { isAdmin: boolean; archivedAt: Date | null; version: number };

/**
 * Locks all admins and the person, always in the same order, so that two admins cannot take each other's right away.
 * Throws not_found, and forbidden where another admin has just ended the asker's own right.
 */
async function lockPerson(
  tx: Tx,
  viewer: Viewer,
  personId: string,
): Promise<{ person: Locked; otherAdmins: number }> {
  const rows = await tx.$queryRaw<({ id: string } & Locked)[]>`
    select id, is_admin as "isAdmin", archived_at as "archivedAt", version from person
    where id = ${personId}::uuid or (is_admin and archived_at is null) order by id for update`;
  const asker = rows.find((row) => row.id === viewer.personId);
  if (!asker?.isAdmin || asker.archivedAt) throw new AppError('forbidden', 'no admin any more');
  const person = rows.find((row) => row.id === personId);
  if (!person) throw new AppError('not_found', 'person');
  const otherAdmins = rows.filter((row) => row.id !== personId && row.isAdmin && !row.archivedAt).length;
  return { person, otherAdmins };
}

function refuseStale({ isAdmin, archivedAt, version }: Locked) {
  return refuse('stale', {
    field: ['version'],
    current: { isAdmin, archived: archivedAt !== null, version },
  });
}

/** Grants or takes away the right over the installation. Refusals: stale, last_admin. */
export const setAdmin = viewerCommand({
  operation: personOperations.setAdmin,
  input: setAdminInput,
  output: changedPerson,
  may: canManageInstallation,
  run: async (tx, { viewer, record }, { personId, isAdmin, version }) => {
    const { person, otherAdmins } = await lockPerson(tx, viewer, personId);
    if (person.version !== version) return refuseStale(person);
    if (!isAdmin && person.isAdmin && otherAdmins === 0) return refuse('last_admin', { field: ['isAdmin'] });
    if (isAdmin && person.archivedAt) return refuse('archived', { field: ['isAdmin'] });
    await tx.person.update({
      where: { id: personId },
      data: { isAdmin, version: { increment: 1 } },
      select: { id: true },
    });
    await endSignInsOf(tx, personId, viewer.accessId);
    record({ subject: 'person', subjectId: personId, detail: { isAdmin } });
    return done({ personId, version: version + 1 });
  },
});

/** Closes a person's account and takes every way into it away (endWaysInOf). What they wrote stays. Refusals: stale, last_admin, yourself. */
export const archivePerson = viewerCommand({
  operation: personOperations.archivePerson,
  input: personInput,
  output: changedPerson,
  may: canManageInstallation,
  run: async (tx, { viewer, now, record }, { personId, version }) => {
    const { person, otherAdmins } = await lockPerson(tx, viewer, personId);
    if (person.version !== version) return refuseStale(person);
    if (person.archivedAt) return refuse('archived');
    if (personId === viewer.personId) return refuse('yourself');
    if (person.isAdmin && otherAdmins === 0) return refuse('last_admin');
    await tx.person.update({
      where: { id: personId },
      data: { archivedAt: now, version: { increment: 1 } },
      select: { id: true },
    });
    await endWaysInOf(tx, { personId, now });
    record({ subject: 'person', subjectId: personId, detail: { archived: true } });
    return done({ personId, version: version + 1 });
  },
});

/**
 * Opens the account again, with the memberships it had and no way in but a link by mail. All others ended with the account; of
 * one that was closed by an earlier version they end here.
 */
export const restorePerson = viewerCommand({
  operation: personOperations.restorePerson,
  input: personInput,
  output: changedPerson,
  may: canManageInstallation,
  run: async (tx, { viewer, now, record }, { personId, version }) => {
    const { person } = await lockPerson(tx, viewer, personId);
    if (person.version !== version) return refuseStale(person);
    if (!person.archivedAt) return refuse('not_archived');
    await endWaysInOf(tx, { personId, now });
    await tx.person.update({
      where: { id: personId },
      data: { archivedAt: null, version: { increment: 1 } },
      select: { id: true },
    });
    record({ subject: 'person', subjectId: personId, detail: { archived: false } });
    return done({ personId, version: version + 1 });
  },
});
