import { AppError } from '@/lib/core/errors';
import { done, refuse } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { fileOperations } from '../operations';
import { canKeepFiles } from '../policy';
import { MOST_FILES } from '../rules';
import { addEvidenceInput, changedFile } from '../schema';
import { keepUpload, UPLOAD_LIMITS } from './keep';

/**
 * Attaches a file to an amount, for good: also where the amount is voided later. Refusals: type_not_taken,
 * amount_voided, too_much_evidence, evidence_known (the same bytes are attached already).
 */
export const addEvidence = programCommand({
  operation: fileOperations.addEvidence,
  input: addEvidenceInput,
  output: changedFile,
  may: canKeepFiles,
  limits: UPLOAD_LIMITS,
  prepare: (scope, { file }) => keepUpload(scope.programId, file),
  run: async (tx, { scope, viewer, now, record }, { pairId, amountId }, kept) => {
    const { programId } = scope;
    await tx.$queryRaw`select id from pair where program_id = ${programId}::uuid and id = ${pairId}::uuid for update`;
    const amount = await tx.amount.findFirst({
      where: { programId, pairId, id: amountId, ...(scope.startupId ? { startupId: scope.startupId } : {}) },
      select: { startupId: true, void: { select: { id: true } } },
    });
    if (!amount) throw new AppError('not_found', 'amount');
    if (amount.void) return refuse('amount_voided');
    const attached = await tx.storedFile.findMany({
      where: { programId, amountId },
      select: { sha256: true },
    });
    if (attached.length >= MOST_FILES.evidence)
      return refuse('too_much_evidence', { params: { most: MOST_FILES.evidence } });
    if (attached.some(({ sha256 }) => sha256 === kept.sha256))
      return refuse('evidence_known', { field: ['file'] });
    const { startupId } = amount;
    const of = { programId, startupId, pairId, amountId };
    await tx.storedFile.create({
      data: { ...kept, ...of, kind: 'evidence', createdAt: now, byId: viewer.personId },
      select: { id: true },
    });
    const { name, sha256 } = kept;
    record({ subject: 'file', subjectId: kept.id, pairId, startupId, detail: { amountId, name, sha256 } });
    return done({ fileId: kept.id, version: 1 });
  },
});
