import { done } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { programOperations } from '../operations';
import { canEditProgram } from '../policy';
import { keepSetupStepInput } from '../schema';
import { keptSetupStep } from '../schema/settings';

/** Keeps the step at which the office stands in the set-up, for whoever of it goes on, on whatever machine. */
export const keepSetupStep = programCommand({
  operation: programOperations.keepSetupStep,
  input: keepSetupStepInput,
  output: keptSetupStep,
  may: canEditProgram,
  run: async (tx, { scope: { programId }, record }, { step }) => {
    await tx.program.update({ where: { id: programId }, data: { setupStep: step }, select: { id: true } });
    record({ subject: 'program', subjectId: programId, detail: { step } });
    return done({ step });
  },
});
