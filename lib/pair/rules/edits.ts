import type { Patch } from '@/lib/core/merge';
import type { NamedPerson } from '@/lib/core/shown-name';
import type { PairItem, PossibleOwner } from '../schema';
import type { PairFacets } from '../schema/figures';

/** What people edit of a pair in place, as fields hold it: days are YYYY-MM-DD, an empty text is none. */
export type NextStepValues = {
  nextStep: string;
  nextStepOn: string;
  nextStepOwnerId: string;
  ownerId: string;
};

export function nextStepValues({ nextStep, owner }: Pick<PairItem, 'nextStep' | 'owner'>): NextStepValues {
  return {
    nextStep: nextStep?.text ?? '',
    nextStepOn: nextStep?.on ?? '',
    nextStepOwnerId: nextStep?.owner?.id ?? '',
    ownerId: owner?.id ?? '',
  };
}

/** A step that is not there has no date and no owner. */
export function withoutEmptyStep(values: NextStepValues): NextStepValues {
  return values.nextStep.trim() ? values : { ...values, nextStep: '', nextStepOn: '', nextStepOwnerId: '' };
}

export type OwnerField = 'nextStepOwnerId' | 'ownerId';

/** Those of a program's people who may own something of a startup's pair. */
export function ownersAmong(people: PairFacets['people'], ofStartup: string): PossibleOwner[] {
  return people
    .filter(({ startupId }) => startupId === null || startupId === ofStartup)
    .map(({ startupId, ...person }) => ({ ...person, side: startupId === null ? 'program' : 'startup' }));
}

/**
 * Who may be chosen: only the office for the pair itself, the startup's people too for its next step. Who it is now stays
 * among them, though that person may have left.
 */
export function choosableFor(
  field: OwnerField,
  pair: Pick<PairItem, 'nextStep' | 'owner'>,
  owners: readonly PossibleOwner[],
): readonly NamedPerson[] {
  const isOfPair = field === 'ownerId';
  const fits = isOfPair ? owners.filter(({ side }) => side === 'program') : owners;
  const current = isOfPair ? pair.owner : pair.nextStep?.owner;
  return current && !fits.some(({ id }) => id === current.id) ? [current, ...fits] : fits;
}

/** The input of an edit. */
export function editOf(pairId: string, { version, changes, base }: Patch<NextStepValues>) {
  return { pairId, version, changes: nullsFor(changes), base: nullsFor(base) };
}

function nullsFor(values: Partial<NextStepValues>): Partial<Record<keyof NextStepValues, string | null>> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value || null]));
}
