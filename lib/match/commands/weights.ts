import { done, refuse } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { matchOperations } from '../operations';
import { canSetMatchWeights } from '../policy';
import { readKeptWeights } from '../queries/weights';
import { keptWeights, setMatchWeightsInput } from '../schema';

/** Keeps weights for everybody of the program; the trail has those before, so that they can be set again. Refusal: stale. */
export const setMatchWeights = programCommand({
  operation: matchOperations.setMatchWeights,
  input: setMatchWeightsInput,
  output: keptWeights,
  may: canSetMatchWeights,
  run: async (tx, { scope, now, record }, { weights, version }) => {
    const { programId } = scope;
    const before = await readKeptWeights(tx, programId);
    const stale = () => refuse('stale', { field: ['version'], current: before });
    if (before.version !== version) return stale();
    if (version === 0) {
      const { count } = await tx.matchWeights.createMany({
        data: [{ ...weights, programId, at: now }],
        skipDuplicates: true,
      });
      if (count === 0) return stale();
    } else {
      const { count } = await tx.matchWeights.updateMany({
        where: { programId, version },
        data: { ...weights, at: now, version: version + 1 },
      });
      if (count === 0) return stale();
    }
    record({ subject: 'match_weights', detail: { from: { ...before.weights }, to: { ...weights } } });
    return done({ weights, version: version + 1 });
  },
});
