import { noInput } from '@/lib/core/fields';
import { programQuery } from '@/lib/platform/query';
import { programOperations } from '../operations';
import { canReadSettings } from '../policy';
import { secondFactorRule } from '../schema';

/** Whether the program asks its office for two proofs. */
export const findSecondFactorRule = programQuery({
  operation: programOperations.findSecondFactorRule,
  input: noInput,
  output: secondFactorRule,
  may: canReadSettings,
  run: async (tx, { programId }) => {
    const { requiresSecondFactor } = await tx.program.findUniqueOrThrow({
      where: { id: programId },
      select: { requiresSecondFactor: true },
    });
    return { isRequired: requiresSecondFactor };
  },
});
