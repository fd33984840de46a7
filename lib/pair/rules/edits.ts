import type { Patch } from '@/lib/core/merge';
import type { PairItem } from '../schema';

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

/** The input of an edit. */
export function editOf(pairId: string, { version, changes, base }: Patch<NextStepValues>) {
  return { pairId, version, changes: nullsFor(changes), base: nullsFor(base) };
}

function nullsFor(values: Partial<NextStepValues>): Partial<Record<keyof NextStepValues, string | null>> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value || null]));
}
