import { createHash } from 'node:crypto';
import type { Stage } from '@/lib/pair/rules/stages';
import { recount } from '@/lib/solver/rules/certificate/recount';
import { checkTimetable } from '@/lib/solver/rules/check';
import type { Instance } from '@/lib/solver/schema';
import type { KeptProof, ProofBasis } from '../queries/editing';
import type { Facts, Planned } from '../rules/facts';
import { toInstance } from '../rules/instance';
import type { ProofLevel } from '../schema/stage';

export function basisOf(instance: Instance, plan: readonly Planned[]): ProofBasis {
  const kept = plan.filter(({ isLocked }) => isLocked);
  return {
    kept: kept.map(({ pairId, slotId, tableId }) => ({ pairId, slotId, tableId })),
    instance: fingerprintOf(instance),
  };
}

function fingerprintOf(instance: Instance): string {
  return createHash('sha256').update(JSON.stringify(instance)).digest('base64');
}

/** These three are bounded one after the other; each bound holds for what the ones before it reach. */
const IN_ORDER = ['musts', 'floor'] as const;

/**
 * The proof of a plan that was changed by hand. Its bounds hold for every valid timetable of the same instance, so only
 * its values are counted anew. Null where wishes, absences or locks are not those of the search, where the plan keeps not
 * to its rules, or where it gives up what the bound of the weight rests on.
 */
export function proofAfterEdit(
  proof: KeptProof | null,
  facts: Facts,
  before: Stage,
  plan: readonly Planned[],
): KeptProof | null {
  if (!proof?.basis) return null;
  const kept = proof.basis.kept.map((meeting) => ({ ...meeting, isLocked: true }));
  const { instance, placedOf } = toInstance(facts, kept, before);
  if (fingerprintOf(instance) !== proof.basis.instance) return null;
  const meetings = plan.map(placedOf).filter((placed) => placed !== null);
  if (meetings.length < plan.length || checkTimetable(instance, meetings).length > 0) return null;
  const tableAt = new Map(facts.tables.map(({ id }, at) => [id, at]));
  const values = recount(
    instance,
    meetings,
    plan.map(({ tableId }) => tableAt.get(tableId ?? '') ?? 0),
  );
  const reached = new Map(proof.levels.map(({ name, value }) => [name, value]));
  if (IN_ORDER.some((name) => values[name] !== reached.get(name))) return null;
  const levels: ProofLevel[] = proof.levels.map(({ name, bound }) => ({
    ...{ name, value: values[name], bound },
    proved: values[name] === bound,
  }));
  return {
    ...proof,
    ...{ levels, placed: meetings.length, weight: values.weight },
    proved: levels.slice(0, 3).every(({ proved }) => proved),
  };
}
