import type { Locale } from '@/lib/core/scope';
import { nameIn } from '@/lib/core/shown-name';
import { type NextStepValues, nextStepValues } from '@/lib/pair/rules/edits';
import type { PairItem } from '@/lib/pair/schema';
import type { PairFacets } from '@/lib/pair/schema/figures';

import type { EditorKind } from './cell-editor';
import type { ColumnId } from './table-columns';

export type Rights = { move: boolean; edit: boolean; assign: boolean };

/** How a cell is edited: in place by a field, by the menu of stages and statuses, or not at all. */
export type Editing = { by: 'field'; kind: EditorKind; field: keyof NextStepValues } | { by: 'menu' } | null;

export function editingOf(column: ColumnId, pair: PairItem, can: Rights): Editing {
  switch (column) {
    case 'nextStep':
      return can.edit ? { by: 'field', kind: 'text', field: 'nextStep' } : null;
    // A date or a person needs something to be done first.
    case 'nextStepOn':
      return can.edit && pair.nextStep ? { by: 'field', kind: 'date', field: 'nextStepOn' } : null;
    case 'nextStepOwner':
      return can.edit && pair.nextStep ? { by: 'field', kind: 'choice', field: 'nextStepOwnerId' } : null;
    case 'owner':
      return can.assign ? { by: 'field', kind: 'choice', field: 'ownerId' } : null;
    case 'stage':
    case 'status':
      return can.move ? { by: 'menu' } : null;
    default:
      return null;
  }
}

export function fieldValue(pair: PairItem, field: keyof NextStepValues): string {
  return nextStepValues(pair)[field] ?? '';
}

/** All values with one replaced; an empty one is none, and without a step it has neither date nor person. */
export function withValue(pair: PairItem, field: keyof NextStepValues, value: string): NextStepValues {
  const values = { ...nextStepValues(pair), [field]: value.trim() || null };
  return values.nextStep ? values : { ...values, nextStepOn: null, nextStepOwnerId: null };
}

/** Who may be chosen: the office for the pair itself, the startup's people too for its next step. */
export function choicesOf(
  people: PairFacets['people'],
  pair: PairItem,
  field: keyof NextStepValues,
  nobody: string,
  locale: Locale,
): { value: string; label: string }[] {
  const fits = people.filter(
    ({ startupId }) => startupId === null || (field === 'nextStepOwnerId' && startupId === pair.startup.id),
  );
  return [
    { value: '', label: nobody },
    ...fits.map((person) => ({ value: person.id, label: nameIn(person, locale) })),
  ];
}
