import { done, refuse } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { programOperations } from '../operations';
import { canRequireSecondFactor } from '../policy';
import { secondFactorRule } from '../schema';

/**
 * Whether officers of the program, and admins in it, come in by two proofs (viewer_of). It holds from the next request on: whoever
 * gave one alone is led to set up the second. Refusal: own_factor_first, where the asker's own sign-in gave one alone.
 */
export const requireSecondFactor = programCommand({
  operation: programOperations.requireSecondFactor,
  input: secondFactorRule,
  output: secondFactorRule,
  may: canRequireSecondFactor,
  run: async (tx, { scope, viewer, record }, { isRequired }) => {
    const { programId } = scope;
    const gaveTwo = await tx.signIn.count({ where: { id: viewer.accessId, factorMetAt: { not: null } } });
    if (isRequired && gaveTwo === 0) return refuse('own_factor_first');
    await tx.program.update({
      where: { id: programId },
      data: { requiresSecondFactor: isRequired },
      select: { id: true },
    });
    record({ subject: 'program', subjectId: programId, detail: { isRequired } });
    return done({ isRequired });
  },
});
