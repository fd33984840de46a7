import { done, refuse } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { programOperations } from '../operations';
import { canCloseProgram, canReopenProgram } from '../policy';
import { findProgram } from '../queries/programs';
import { closeProgramInput, reopenProgramInput } from '../schema';
import { closedProgram, type ProgramItem } from '../schema/settings';

/** The program once nobody writes in it any more: whoever does holds its row shared (refuse_when_closed). Throws not_found. */
async function waitForWriters(tx: Tx, programId: string): Promise<ProgramItem> {
  await tx.$queryRaw`select id from program where id = ${programId}::uuid for update`;
  return findProgram(tx, programId);
}

/**
 * Closes a program: from then on every command of it is refused as `program_closed`, by lib/platform/command.ts and by the
 * database, but for those that say who may read it. Refusal: stale.
 */
export const closeProgram = programCommand({
  operation: programOperations.closeProgram,
  input: closeProgramInput,
  output: closedProgram,
  may: canCloseProgram,
  run: async (tx, { scope: { programId }, now, record }, { version }) => {
    const current = await waitForWriters(tx, programId);
    if (current.version !== version) return refuse('stale', { field: ['version'], current });
    await tx.program.update({
      where: { id: programId },
      data: { closedAt: now, version: { increment: 1 } },
      select: { id: true },
    });
    record({ subject: 'program', subjectId: programId });
    return done({ programId, closedAt: now.toISOString(), version: version + 1 });
  },
});

/** Opens a closed program again; the reason stands in the audit trail. Refusals: stale, not_closed. */
export const reopenProgram = programCommand({
  operation: programOperations.reopenProgram,
  whenClosed: true,
  input: reopenProgramInput,
  output: closedProgram,
  may: canReopenProgram,
  run: async (tx, { scope: { programId }, record }, { version, reason }) => {
    const current = await waitForWriters(tx, programId);
    if (current.version !== version) return refuse('stale', { field: ['version'], current });
    if (current.closedAt === null) return refuse('not_closed');
    await tx.program.update({
      where: { id: programId },
      data: { closedAt: null, version: { increment: 1 } },
      select: { id: true },
    });
    record({ subject: 'program', subjectId: programId, detail: { reason, closedAt: current.closedAt } });
    return done({ programId, closedAt: null, version: version + 1 });
  },
});
