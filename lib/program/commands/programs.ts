import { AppError } from '@/lib/core/errors';
import { mergeEdit } from '@/lib/core/merge';
import { done, refuse } from '@/lib/core/result';
import { programCommand, viewerCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { programOperations } from '../operations';
import { canArchiveProgram, canCreatePrograms, canEditProgram } from '../policy';
import { findProgram } from '../queries/programs';
import { dateColumn } from '../rules';
import {
  archiveProgramInput,
  createProgramInput,
  editProgramInput,
  type ProgramProfile,
  restoreProgramInput,
} from '../schema';
import {
  archivedProgram,
  createdProgram,
  editedProgram,
  type ProgramItem,
  restoredProgram,
} from '../schema/settings';

const slugTaken = { reason: 'slug_taken', field: ['slug'] };

/** Makes an empty program. Refusal: slug_taken. */
export const createProgram = viewerCommand({
  operation: programOperations.createProgram,
  input: createProgramInput,
  output: createdProgram,
  may: canCreatePrograms,
  run: async (tx, { viewer, now, record }, { asOfDefault, evidenceLimit, largeAmount, ...input }) => {
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

const minorColumn = (minor: number | null) => (minor === null ? null : BigInt(minor));

/** Bounds in the base currency: they mean something else in another one. */
const LIMITS = ['evidenceLimit', 'largeAmount'] as const;

/** A program held until the transaction ends, as it then stands. Throws not_found. */
async function lockProgram(tx: Tx, programId: string): Promise<ProgramItem> {
  await tx.$queryRaw`select id from program where id = ${programId}::uuid for no key update`;
  return findProgram(tx, programId);
}

/**
 * Changes a program's names, venue, zones, currency, opening date or bounds of amounts; other fields' edits merge. Refusals:
 * stale; limit_currency where the currency changes under a limit that was given in another one.
 */
export const editProgram = programCommand({
  operation: programOperations.editProgram,
  input: editProgramInput,
  output: editedProgram,
  may: canEditProgram,
  run: async (tx, { scope, record }, { version, changes, base }) => {
    const current = await lockProgram(tx, scope.programId);
    const merged = mergeEdit<ProgramProfile>({
      // Its currency and day were checked when they were written.
      current: current as ProgramProfile,
      currentVersion: current.version,
      readVersion: version,
      changes,
      ...(base ? { base } : {}),
    });
    if (merged.kind === 'conflict') {
      return refuse('stale', { field: ['version'], current: { ...current, conflicts: merged.fields } });
    }
    const { asOfDefault, evidenceLimit, largeAmount, ...rest } = merged.changes;
    if (rest.baseCurrency !== undefined && rest.baseCurrency !== current.baseCurrency) {
      const kept = LIMITS.filter((limit) => merged.changes[limit] === undefined && current[limit] !== null);
      const refusals = kept.map((limit) => ({ reason: 'limit_currency', field: [limit] }));
      if (refusals.length > 0) return { ok: false, refusals };
    }
    await tx.program.update({
      where: { id: scope.programId },
      data: {
        ...rest,
        ...(asOfDefault === undefined ? {} : { asOfDefault: asOfDefault ? dateColumn(asOfDefault) : null }),
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
  whenClosed: true,
  input: archiveProgramInput,
  output: archivedProgram,
  may: canArchiveProgram,
  run: async (tx, { scope, now, record }, { version }) => {
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
  output: restoredProgram,
  may: canCreatePrograms,
  run: async (tx, { record }, { programId, version }) => {
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
