import { type FieldConflict, isEqual } from '@/lib/core/merge';
import type { PairItem } from '../schema';

/** What people edit of a pair in place; days are YYYY-MM-DD. */
export type NextStepValues = {
  nextStep: string | null;
  nextStepOn: string | null;
  nextStepOwnerId: string | null;
  ownerId: string | null;
};
export type EditedField = keyof NextStepValues;
const EDITED_FIELDS = ['nextStep', 'nextStepOn', 'nextStepOwnerId', 'ownerId'] as const;

export function nextStepValues(pair: Pick<PairItem, 'nextStep' | 'owner'>): NextStepValues {
  return {
    nextStep: pair.nextStep?.text ?? null,
    nextStepOn: pair.nextStep?.on ?? null,
    nextStepOwnerId: pair.nextStep?.owner?.id ?? null,
    ownerId: pair.owner?.id ?? null,
  };
}

/** The patch: only the fields that differ from what was read. */
export function changesOf(mine: NextStepValues, read: NextStepValues): Partial<NextStepValues> {
  return Object.fromEntries(
    EDITED_FIELDS.filter((field) => !isEqual(mine[field], read[field])).map((field) => [field, mine[field]]),
  );
}

/** An edit that met another one: what I want, what I had read, the record as it stands now, and the fields in dispute. */
export type Conflict = {
  mine: NextStepValues;
  read: NextStepValues;
  theirs: { version: number; values: NextStepValues };
  fields: { field: EditedField; mine: string | null; theirs: string | null; original: string | null }[];
};

/** Reads the current record that a stale edit is refused with; null where it names no field in dispute. */
export function conflictOf(current: unknown, mine: NextStepValues, read: NextStepValues): Conflict | null {
  const pair = current as (PairItem & { conflicts?: FieldConflict[] }) | undefined;
  const fields = (pair?.conflicts ?? []).flatMap((conflict) => {
    const field = EDITED_FIELDS.find((known) => known === conflict.field);
    if (!field) return [];
    const { mine, theirs, original } = conflict;
    return [{ field, mine: textOf(mine), theirs: textOf(theirs), original: textOf(original) }];
  });
  if (!pair || fields.length === 0) return null;
  return { mine, read, theirs: { version: pair.version, values: nextStepValues(pair) }, fields };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** What to save over the current record: the choice where both changed a field, mine where only I did, else theirs. */
export function resolveConflict(
  { mine, read, theirs, fields }: Conflict,
  choices: Partial<Record<EditedField, 'mine' | 'theirs' | 'original'>>,
): NextStepValues {
  const chosen = (field: EditedField) => {
    const disputed = fields.find((each) => each.field === field);
    if (disputed) return disputed[choices[field] ?? 'theirs'];
    return isEqual(mine[field], read[field]) ? theirs.values[field] : mine[field];
  };
  return {
    nextStep: chosen('nextStep'),
    nextStepOn: chosen('nextStepOn'),
    nextStepOwnerId: chosen('nextStepOwnerId'),
    ownerId: chosen('ownerId'),
  };
}

/** A step that is not there has no date and no owner. */
export function withoutEmptyStep(values: NextStepValues): NextStepValues {
  return values.nextStep?.trim()
    ? values
    : { ...values, nextStep: null, nextStepOn: null, nextStepOwnerId: null };
}
