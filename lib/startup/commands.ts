import { searchText } from '@/lib/core/hangul';
import { mergeEdit } from '@/lib/core/merge';
import { done, type Result, refuse } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { openPairs } from '@/lib/program/commands/open-pairs';
import { countMeetingsAhead } from '@/lib/program/queries/parties';
import { startupOperations } from './operations';
import { canAddStartups, canArchiveStartups, canEditStartups } from './policy';
import { findSameName, lockStartup, type StartupProfile } from './queries/find';
import { addStartupInput, editStartupInput, restoreStartupInput, startupInput } from './schema';

function searchOf({ name, nameEn, sector, summary, summaryEn }: StartupProfile): string {
  return searchText(name, nameEn, sector, summary, summaryEn);
}

/** Asks whether another startup of this name is meant; `sameName` in the input says that it is. */
function namedAlike(other: { id: string; name: string }) {
  return refuse('same_name', { field: ['name'], params: { name: other.name }, current: other });
}

/**
 * Adds a startup and opens its pair with every investor, as candidates. Refusal: same_name, unless the input says
 * that another startup of this name is meant.
 */
export const addStartup = programCommand({
  operation: startupOperations.addStartup,
  input: addStartupInput,
  may: canAddStartups,
  run: async (
    tx,
    { scope, now, record },
    { sameName, ...profile },
  ): Promise<Result<{ startupId: string; version: number; pairs: number }>> => {
    const other = sameName ? null : await findSameName(tx, scope, profile);
    if (other) return namedAlike(other);
    const startup = await tx.startup.create({
      data: {
        ...profile,
        programId: scope.programId,
        searchText: searchOf(profile),
        createdAt: now,
      },
      select: { id: true },
    });
    const pairs = await openPairs(tx, scope, now);
    record({
      subject: 'startup',
      subjectId: startup.id,
      startupId: startup.id,
      detail: { name: profile.name, pairs },
    });
    return done({ startupId: startup.id, version: 1, pairs });
  },
});

/**
 * Changes a profile; other people's edits of other fields merge. Refusals: stale, with mine, theirs and the original;
 * same_name, unless the input says that another one of this name is meant.
 */
export const editStartup = programCommand({
  operation: startupOperations.editStartup,
  input: editStartupInput,
  may: canEditStartups,
  run: async (
    tx,
    { scope, record },
    { startupId, version, changes, base, sameName },
  ): Promise<Result<{ startupId: string; version: number }>> => {
    const current = await lockStartup(tx, scope, startupId);
    const merged = mergeEdit<StartupProfile>({
      current: current.profile,
      currentVersion: current.version,
      readVersion: version,
      changes: changes as Partial<StartupProfile>,
      ...(base ? { base: base as Partial<StartupProfile> } : {}),
    });
    if (merged.kind === 'conflict') {
      const theirs = { ...current.profile, version: current.version, conflicts: merged.fields };
      return refuse('stale', { field: ['version'], current: theirs });
    }
    const { name = '', nameEn = '' } = merged.changes;
    const other = sameName ? null : await findSameName(tx, scope, { name, nameEn }, startupId);
    if (other) return namedAlike(other);
    await tx.startup.update({
      where: { programId_id: { programId: scope.programId, id: startupId } },
      data: {
        ...merged.changes,
        searchText: searchOf({ ...current.profile, ...merged.changes }),
        version: { increment: 1 },
      },
      select: { id: true },
    });
    record({
      subject: 'startup',
      subjectId: startupId,
      startupId,
      detail: { changes: { ...merged.changes } },
    });
    return done({ startupId, version: current.version + 1 });
  },
});

/** Takes a startup out of every list; its pairs and figures come back with it. Refusals: stale, meetings_ahead. */
export const archiveStartup = programCommand({
  operation: startupOperations.archiveStartup,
  input: startupInput,
  may: canArchiveStartups,
  run: async (
    tx,
    { scope, now, record },
    { startupId, version },
  ): Promise<Result<{ startupId: string; version: number }>> => {
    const current = await lockStartup(tx, scope, startupId);
    if (current.version !== version) return refuse('stale', { field: ['version'], current });
    const meetings = await countMeetingsAhead(tx, scope, { startupId }, now);
    if (meetings > 0) return refuse('meetings_ahead', { params: { count: meetings } });
    await tx.startup.update({
      where: { programId_id: { programId: scope.programId, id: startupId } },
      data: { archivedAt: now, version: { increment: 1 } },
      select: { id: true },
    });
    record({ subject: 'startup', subjectId: startupId, startupId, detail: { name: current.profile.name } });
    return done({ startupId, version: version + 1 });
  },
});

/** Refusals: stale; same_name, where another one took the name meanwhile. */
export const restoreStartup = programCommand({
  operation: startupOperations.restoreStartup,
  input: restoreStartupInput,
  may: canArchiveStartups,
  run: async (
    tx,
    { scope, now, record },
    { startupId, version, sameName },
  ): Promise<Result<{ startupId: string; version: number }>> => {
    const current = await lockStartup(tx, scope, startupId);
    if (current.version !== version) return refuse('stale', { field: ['version'], current });
    const other = sameName ? null : await findSameName(tx, scope, current.profile, startupId);
    if (other) return namedAlike(other);
    await tx.startup.update({
      where: { programId_id: { programId: scope.programId, id: startupId } },
      data: { archivedAt: null, version: { increment: 1 } },
      select: { id: true },
    });
    await openPairs(tx, scope, now);
    record({ subject: 'startup', subjectId: startupId, startupId, detail: { name: current.profile.name } });
    return done({ startupId, version: version + 1 });
  },
});
