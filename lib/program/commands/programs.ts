import { AppError } from '@/lib/core/errors';
import { mergeEdit } from '@/lib/core/merge';
import { done, type Result, refuse } from '@/lib/core/result';
import { programCommand, viewerCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { programOperations } from '../operations';
import { canArchiveProgram, canCreatePrograms, canEditProgram } from '../policy';
import { findAmountBounds } from '../queries/bounds';
import { dateColumn, dayOfColumn } from '../rules';
import { archiveProgramInput, createProgramInput, editProgramInput, restoreProgramInput } from '../schema';

const slugTaken = { reason: 'slug_taken', field: ['slug'] };

/** Makes an empty program. Refusal: slug_taken. */
export const createProgram = viewerCommand({
  operation: programOperations.createProgram,
  input: createProgramInput,
  may: canCreatePrograms,
  run: async (
    tx,
    { viewer, now, record },
    { asOfDefault, evidenceLimit, largeAmount, ...input },
  ): Promise<Result<{ programId: string; slug: string }>> => {
    const taken = await tx.program.findUnique({ where: { slug: input.slug }, select: { id: true } });
    if (taken) return { ok: false, refusals: [slugTaken] };
    const program = await tx.program.create({
      data: {
        ...input,
        asOfDefault: asOfDefault ? dateColumn(asOfDefault) : null,
        evidenceLimit: minorColumn(evidenceLimit),
        largeAmount: minorColumn(largeAmount),
        isSample: viewer.means === 'sample',
        createdAt: now,
      },
      select: { id: true, slug: true },
    });
    record({ subject: 'program', subjectId: program.id, detail: { slug: program.slug } });
    return done({ programId: program.id, slug: program.slug });
  },
  explain: async (_tx, { constraint }) => (constraint === 'program_slug_key' ? [slugTaken] : null),
});

/** What people edit of a program, days as YYYY-MM-DD; the limit in minor units of the base currency. */
export type ProgramProfile = {
  name: string;
  nameEn: string;
  venue: string;
  venueEn: string;
  homeZone: string;
  venueZone: string;
  baseCurrency: string;
  asOfDefault: string | null;
  evidenceLimit: number | null;
  largeAmount: number | null;
};

const minorColumn = (minor: number | null) => (minor === null ? null : BigInt(minor));

/** Bounds in the base currency: they mean something else in another one. */
const LIMITS = ['evidenceLimit', 'largeAmount'] as const;

async function lockProgram(tx: Tx, programId: string): Promise<{ profile: ProgramProfile; version: number }> {
  await tx.$queryRaw`select id from program where id = ${programId}::uuid for no key update`;
  const row = await tx.program.findUnique({
    where: { id: programId },
    select: {
      name: true,
      nameEn: true,
      venue: true,
      venueEn: true,
      homeZone: true,
      venueZone: true,
      baseCurrency: true,
      asOfDefault: true,
      version: true,
    },
  });
  if (!row) throw new AppError('not_found', 'program');
  const { version, asOfDefault, ...profile } = row;
  const { evidenceLimit, largeAmount } = await findAmountBounds(tx, programId);
  return {
    version,
    profile: {
      ...profile,
      asOfDefault: asOfDefault ? dayOfColumn(asOfDefault) : null,
      evidenceLimit,
      largeAmount,
    },
  };
}

/**
 * Changes a program's names, venue, zones, currency, opening date or bounds of amounts; other fields' edits merge. Refusals:
 * stale; limit_currency where the currency changes under a limit that was given in another one.
 */
export const editProgram = programCommand({
  operation: programOperations.editProgram,
  input: editProgramInput,
  may: canEditProgram,
  run: async (tx, { scope, record }, { version, changes, base }): Promise<Result<{ version: number }>> => {
    const current = await lockProgram(tx, scope.programId);
    const merged = mergeEdit<ProgramProfile>({
      current: current.profile,
      currentVersion: current.version,
      readVersion: version,
      changes: changes as Partial<ProgramProfile>,
      ...(base ? { base: base as Partial<ProgramProfile> } : {}),
    });
    if (merged.kind === 'conflict') {
      const theirs = { ...current.profile, version: current.version, conflicts: merged.fields };
      return refuse('stale', { field: ['version'], current: theirs });
    }
    const { asOfDefault, evidenceLimit, largeAmount, ...rest } = merged.changes;
    const isOtherCurrency =
      rest.baseCurrency !== undefined && rest.baseCurrency !== current.profile.baseCurrency;
    if (isOtherCurrency) {
      const kept = LIMITS.filter(
        (limit) => merged.changes[limit] === undefined && current.profile[limit] !== null,
      );
      const refusals = kept.map((limit) => ({ reason: 'limit_currency', field: [limit] }));
      if (refusals.length > 0) return { ok: false, refusals };
    }
    await tx.program.update({
      where: { id: scope.programId },
      data: {
        ...rest,
        ...(asOfDefault === undefined
          ? {}
          : { asOfDefault: asOfDefault ? dateColumn(asOfDefault as never) : null }),
        ...(evidenceLimit === undefined ? {} : { evidenceLimit: minorColumn(evidenceLimit) }),
        ...(largeAmount === undefined ? {} : { largeAmount: minorColumn(largeAmount) }),
        version: { increment: 1 },
      },
      select: { id: true },
    });
    record({ subject: 'program', subjectId: scope.programId, detail: { changes: { ...merged.changes } } });
    return done({ version: current.version + 1 });
  },
});

/** Takes a program out of everybody's list; nothing of it is lost. Refusal: stale. */
export const archiveProgram = programCommand({
  operation: programOperations.archiveProgram,
  input: archiveProgramInput,
  may: canArchiveProgram,
  run: async (
    tx,
    { scope, now, record },
    { version },
  ): Promise<Result<{ programId: string; version: number }>> => {
    const current = await lockProgram(tx, scope.programId);
    if (current.version !== version) return refuse('stale', { field: ['version'], current });
    await tx.program.update({
      where: { id: scope.programId },
      data: { archivedAt: now, version: { increment: 1 } },
      select: { id: true },
    });
    record({ subject: 'program', subjectId: scope.programId });
    return done({ programId: scope.programId, version: version + 1 });
  },
});

/** Brings an archived program back; it has no scope until then, so the installation's admin names it. Refusal: stale. */
export const restoreProgram = viewerCommand({
  operation: programOperations.restoreProgram,
  input: restoreProgramInput,
  may: canCreatePrograms,
  run: async (
    tx,
    { record },
    { programId, version },
  ): Promise<Result<{ programId: string; slug: string; version: number }>> => {
    const program = await tx.program.findUnique({
      where: { id: programId },
      select: { slug: true, version: true },
    });
    if (!program) throw new AppError('not_found', 'program');
    const restored = await tx.program.updateMany({
      where: { id: programId, version },
      data: { archivedAt: null, version: { increment: 1 } },
    });
    if (restored.count === 0) return refuse('stale', { field: ['version'], current: program });
    record({ subject: 'program', subjectId: programId });
    return done({ programId, slug: program.slug, version: version + 1 });
  },
});
