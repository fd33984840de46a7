import { AppError } from '@/lib/core/errors';
import { done, type Result, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { AuditEntry } from '@/lib/platform/audit-row';
import { programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { viewOperations } from './operations';
import { canKeepViews, canShareViews } from './policy';
import { visibleViews } from './queries';
import type { ViewNoun } from './rules';
import { editViewInput, savedViewId, saveViewInput, viewInput } from './schema';

/** More than anybody reads in a menu. */
const MOST_OWN = 100;

/** Keeps a list as it stands. Refusals: only_office_shares, too_many_views. */
export const saveView = programCommand({
  operation: viewOperations.saveView,
  input: saveViewInput,
  output: savedViewId,
  may: canKeepViews,
  run: async (tx, { scope, viewer, now, record }, { noun, name, address, shared }) => {
    if (shared && !canShareViews(scope)) return refuse('only_office_shares', { field: ['shared'] });
    const { programId } = scope;
    const { personId } = viewer;
    const own = await tx.savedView.count({ where: { programId, personId, archivedAt: null } });
    if (own >= MOST_OWN) return refuse('too_many_views', { params: { max: MOST_OWN } });
    const { id } = await tx.savedView.create({
      data: { programId, personId, noun, name, address, isShared: shared, createdAt: now },
      select: { id: true },
    });
    record({ subject: 'saved_view', subjectId: id, detail: { noun, shared } });
    return done({ viewId: id, version: 1 });
  },
});

type Found = { id: string; noun: ViewNoun; version: number; isShared: boolean; personId: string };

/** The view, if the viewer may change it. Throws not_found. Refusals: only_office_shares, stale. */
async function findOwn(
  tx: Tx,
  scope: ProgramScope,
  { viewId, version }: { viewId: string; version: number },
): Promise<Result<Found>> {
  const view = await tx.savedView.findFirst({
    where: { ...visibleViews(scope), id: viewId },
    select: {
      ...{ id: true, noun: true, name: true, address: true, version: true, isShared: true, archivedAt: true },
      ...{ defaultFor: true, personId: true },
    },
  });
  if (!view) throw new AppError('not_found', 'view');
  if (view.isShared && !canShareViews(scope)) return refuse('only_office_shares');
  if (view.version === version) return done(view);
  const { archivedAt: _, personId: __, ...current } = view;
  return refuse('stale', { field: ['version'], current });
}

/**
 * Renames, overwrites, shares a view or takes it back, or lets a list open with it. A view that only its owner sees opens
 * for nobody else. Throws not_found. Refusals: only_office_shares, stale, not_shared, not_yours.
 */
export const editView = programCommand({
  operation: viewOperations.editView,
  input: editViewInput,
  output: savedViewId,
  may: canKeepViews,
  run: async (tx, { scope, record }, { viewId, version, shared, defaultFor, ...said }) => {
    const found = await findOwn(tx, scope, { viewId, version });
    if (!found.ok) return found;
    const view = found.value;
    if ((shared || defaultFor) && !canShareViews(scope))
      return refuse('only_office_shares', { field: [shared ? 'shared' : 'defaultFor'] });
    if (shared === false && view.personId !== scope.viewer.personId)
      return refuse('not_yours', { field: ['shared'] });
    const isShared = shared ?? view.isShared;
    if (defaultFor?.length && !isShared) return refuse('not_shared', { field: ['defaultFor'] });
    const roles = isShared ? defaultFor : [];
    if (roles) await giveWay(tx, scope.programId, view, roles);
    await tx.savedView.update({
      where: { programId_id: { programId: scope.programId, id: viewId } },
      data: {
        ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
        ...{ isShared, version: { increment: 1 } },
        ...(roles && { defaultFor: [...roles] }),
      },
      select: { id: true },
    });
    const changed = [
      ...Object.keys(said),
      ...(shared === undefined ? [] : ['shared']),
      ...(roles ? ['defaultFor'] : []),
    ];
    record({ subject: 'saved_view', subjectId: viewId, detail: { noun: view.noun, changed } });
    return done({ viewId, version: version + 1 });
  },
});

/** A list opens with one view for a role: others that did so no longer do. */
async function giveWay(
  tx: Tx,
  programId: string,
  { id, noun }: Found,
  roles: readonly string[],
): Promise<void> {
  const others = await tx.savedView.findMany({
    where: { programId, noun, id: { not: id }, defaultFor: { hasSome: [...roles] } },
    select: { id: true, defaultFor: true },
  });
  for (const other of others) {
    await tx.savedView.update({
      where: { programId_id: { programId, id: other.id } },
      data: { defaultFor: other.defaultFor.filter((role) => !roles.includes(role)) },
      select: { id: true },
    });
  }
}

/** Takes a view out of the lists; it opens none by itself any more. Throws not_found. Refusals: only_office_shares, stale. */
export const archiveView = programCommand({
  operation: viewOperations.archiveView,
  input: viewInput,
  output: savedViewId,
  may: canKeepViews,
  run: (tx, { scope, now, record }, input) => setArchived(tx, scope, input, { at: now, record }),
});

/** The undo of a deletion. Throws not_found. Refusals: only_office_shares, stale. */
export const restoreView = programCommand({
  operation: viewOperations.restoreView,
  input: viewInput,
  output: savedViewId,
  may: canKeepViews,
  run: (tx, { scope, record }, input) => setArchived(tx, scope, input, { at: null, record }),
});

type Archiving = { at: Date | null; record: (entry: AuditEntry) => void };

async function setArchived(
  tx: Tx,
  scope: ProgramScope,
  { viewId, version }: { viewId: string; version: number },
  { at, record }: Archiving,
): Promise<Result<{ viewId: string; version: number }>> {
  const found = await findOwn(tx, scope, { viewId, version });
  if (!found.ok) return found;
  await tx.savedView.update({
    where: { programId_id: { programId: scope.programId, id: viewId } },
    data: { archivedAt: at, defaultFor: [], version: { increment: 1 } },
    select: { id: true },
  });
  record({
    subject: 'saved_view',
    subjectId: viewId,
    detail: { noun: found.value.noun, archived: at !== null },
  });
  return done({ viewId, version: version + 1 });
}
