import type { Tx } from '@/lib/platform/database';
import { USUAL_WEIGHTS } from '../rules/score';
import type { KeptWeights } from '../schema';

/** The weights of a program; the usual ones, of version 0, where the office has set none. */
export async function readKeptWeights(tx: Tx, programId: string): Promise<KeptWeights> {
  const row = await tx.matchWeights.findUnique({
    where: { programId },
    omit: { programId: true, at: true },
  });
  if (!row) return { weights: USUAL_WEIGHTS, version: 0 };
  const { version, ...weights } = row;
  return { weights, version };
}
