import { searchText } from '@/lib/core/hangul';
import { mergeEdit } from '@/lib/core/merge';
import { done, type Result, refuse } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { openPairs } from '@/lib/program/commands/open-pairs';
import { countMeetingsAhead } from '@/lib/program/queries/parties';
import { investorOperations } from './operations';
import { canEditInvestors } from './policy';
import { findSameName, type InvestorProfile, lockInvestor } from './queries/find';
import { addInvestorInput, editInvestorInput, investorInput, restoreInvestorInput } from './schema';

function searchOf({ name, city, focus, summary }: InvestorProfile): string {
  return searchText(name, city, ...focus, summary);
}

/** Asks whether another firm of this name is meant; `sameName` in the input says that it is. */
function namedAlike(other: { id: string; name: string }) {
  return refuse('same_name', { field: ['name'], params: { name: other.name }, current: other });
}

/**
 * Adds an investor and opens its pair with every startup, as candidates. Refusal: same_name, unless the input says
 * that another firm of this name is meant.
 */
export const addInvestor = programCommand({
  operation: investorOperations.addInvestor,
  input: addInvestorInput,
  may: canEditInvestors,
  run: async (
    tx,
    { scope, now, record },
    { sameName, ...profile },
  ): Promise<Result<{ investorId: string; version: number; pairs: number }>> => {
    const other = sameName ? null : await findSameName(tx, scope, profile.name);
    if (other) return namedAlike(other);
    const investor = await tx.investor.create({
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
      subject: 'investor',
      subjectId: investor.id,
      detail: { name: profile.name, pairs },
    });
    return done({ investorId: investor.id, version: 1, pairs });
  },
});

/**
 * Changes a profile; other people's edits of other fields merge. Refusals: stale, with mine, theirs and the original;
 * same_name, unless the input says that another one of this name is meant.
 */
export const editInvestor = programCommand({
  operation: investorOperations.editInvestor,
  input: editInvestorInput,
  may: canEditInvestors,
  run: async (
    tx,
    { scope, record },
    { investorId, version, changes, base, sameName },
  ): Promise<Result<{ investorId: string; version: number }>> => {
    const current = await lockInvestor(tx, scope, investorId);
    const merged = mergeEdit<InvestorProfile>({
      current: current.profile,
      currentVersion: current.version,
      readVersion: version,
      changes: changes as Partial<InvestorProfile>,
      ...(base ? { base: base as Partial<InvestorProfile> } : {}),
    });
    if (merged.kind === 'conflict') {
      const theirs = { ...current.profile, version: current.version, conflicts: merged.fields };
      return refuse('stale', { field: ['version'], current: theirs });
    }
    const { name } = merged.changes;
    const other = name === undefined || sameName ? null : await findSameName(tx, scope, name, investorId);
    if (other) return namedAlike(other);
    await tx.investor.update({
      where: { programId_id: { programId: scope.programId, id: investorId } },
      data: {
        ...merged.changes,
        searchText: searchOf({ ...current.profile, ...merged.changes }),
        version: { increment: 1 },
      },
      select: { id: true },
    });
    record({
      subject: 'investor',
      subjectId: investorId,
      detail: { changes: { ...merged.changes } },
    });
    return done({ investorId, version: current.version + 1 });
  },
});

/** Takes an investor out of every list; its pairs and figures come back with it. Refusals: stale, meetings_ahead. */
export const archiveInvestor = programCommand({
  operation: investorOperations.archiveInvestor,
  input: investorInput,
  may: canEditInvestors,
  run: async (
    tx,
    { scope, now, record },
    { investorId, version },
  ): Promise<Result<{ investorId: string; version: number }>> => {
    const current = await lockInvestor(tx, scope, investorId);
    if (current.version !== version) return refuse('stale', { field: ['version'], current });
    const meetings = await countMeetingsAhead(tx, scope, { investorId }, now);
    if (meetings > 0) return refuse('meetings_ahead', { params: { count: meetings } });
    await tx.investor.update({
      where: { programId_id: { programId: scope.programId, id: investorId } },
      data: { archivedAt: now, version: { increment: 1 } },
      select: { id: true },
    });
    record({ subject: 'investor', subjectId: investorId, detail: { name: current.profile.name } });
    return done({ investorId, version: version + 1 });
  },
});

/** Refusals: stale; same_name, where another one took the name meanwhile. */
export const restoreInvestor = programCommand({
  operation: investorOperations.restoreInvestor,
  input: restoreInvestorInput,
  may: canEditInvestors,
  run: async (
    tx,
    { scope, now, record },
    { investorId, version, sameName },
  ): Promise<Result<{ investorId: string; version: number }>> => {
    const current = await lockInvestor(tx, scope, investorId);
    if (current.version !== version) return refuse('stale', { field: ['version'], current });
    const other = sameName ? null : await findSameName(tx, scope, current.profile.name, investorId);
    if (other) return namedAlike(other);
    await tx.investor.update({
      where: { programId_id: { programId: scope.programId, id: investorId } },
      data: { archivedAt: null, version: { increment: 1 } },
      select: { id: true },
    });
    await openPairs(tx, scope, now);
    record({ subject: 'investor', subjectId: investorId, detail: { name: current.profile.name } });
    return done({ investorId, version: version + 1 });
  },
});
