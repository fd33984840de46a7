'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isStale } from '@/components/form/call';
import { useFailureText } from '@/components/form/failure-words';
import { useOperation } from '@/components/form/use-operation';
import { nextPlace, type Place } from '@/components/ui/grid-places';
import type { Locale } from '@/lib/core/locale';
import { patchOf, type Reading } from '@/lib/core/merge';
import { type NamedPerson, nameIn } from '@/lib/core/shown-name';
import { pairOperations } from '@/lib/pair/operations';
import {
  choosableFor,
  editOf,
  type NextStepValues,
  nextStepValues,
  type OwnerField,
  ownersAmong,
  withoutEmptyStep,
} from '@/lib/pair/rules/edits';
import type { PairItem } from '@/lib/pair/schema';
import type { PairFacets } from '@/lib/pair/schema/figures';
import { useStepWords } from '../history/step-words';
import { usePairSteps } from '../history/use-pair-steps';
import type { ColumnId } from './table-columns';
import type { EditorKind } from './table-row';

type Props = {
  show: (pair: PairItem) => void;
  personOf: (personId: string) => NamedPerson | null;
};

/** Why an edit did not hold; what was typed stays with whoever typed it. */
export type Failed = { reason: string };

/** An edit that met another one of the same field: the pair as it stands, and what was typed over an older reading. */
type Dispute = {
  key: string;
  pair: PairItem;
  typed: { values: NextStepValues; over: Reading<NextStepValues> };
};

/**
 * Saves edits of single cells: at once on the screen, merged with what others changed in other cells, and put to the
 * reader where somebody changed the same one.
 */
export function usePairEdits({ show, personOf }: Props) {
  const t = useTranslations('pair.pipeline.table');
  const textOf = useFailureText();
  const { run } = useOperation(pairOperations.editPair, { refreshes: 'soon' });
  const steps = usePairSteps();
  const { textOfEdit } = useStepWords();
  // Another cell may have been typed into before the first answer: one question after the other.
  const [disputes, setDisputes] = useState<readonly Dispute[]>([]);

  const save = async (pair: PairItem, values: NextStepValues): Promise<Failed | null> => {
    const over = { values: nextStepValues(pair), version: pair.version };
    const patch = patchOf(values, over);
    if (Object.keys(patch.changes).length === 0) return null;
    show(withValues(pair, values, personOf));
    const answer = await run(editOf(pair.id, patch));
    if (answer.ok) {
      const now = answer.value.pair;
      show(now);
      const fields = Object.keys(patch.changes) as (keyof NextStepValues)[];
      steps.edited(textOfEdit(fields, [pair]), [{ pair: now, before: over.values, fields }]);
      return null;
    }
    show(pair);
    if (answer.failed === 'unreachable') return { reason: t('offline') };
    if (!isStale(answer) || !answer.current) return { reason: textOf(answer) };
    const current = answer.current as PairItem;
    show(current);
    setDisputes((before) => [
      ...before,
      { key: crypto.randomUUID(), pair: current, typed: { values, over } },
    ]);
    return null;
  };
  return { save, dispute: disputes[0], settle: () => setDisputes((before) => before.slice(1)) };
}

/** The pair as it will stand with these values. */
export function withValues(
  pair: PairItem,
  { nextStep, nextStepOn, nextStepOwnerId, ownerId }: NextStepValues,
  personOf: (personId: string) => NamedPerson | null,
): PairItem {
  // Who has left is named by the pair alone.
  const named = [pair.owner, pair.nextStep?.owner];
  const person = (id: string) =>
    id ? (personOf(id) ?? named.find((each) => each?.id === id) ?? { id, name: '', nameEn: '' }) : null;
  return {
    ...pair,
    nextStep: nextStep ? { text: nextStep, on: nextStepOn || null, owner: person(nextStepOwnerId) } : null,
    owner: person(ownerId),
  };
}

export type Rights = { move: boolean; edit: boolean; assign: boolean };

/** How a cell is edited: in place by a field, by the menu of stages and statuses, or not at all. */
type Editing =
  | { by: 'field'; kind: 'choice'; field: OwnerField }
  | { by: 'field'; kind: Exclude<EditorKind, 'choice'>; field: keyof NextStepValues }
  | { by: 'menu' }
  | null;

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
  return nextStepValues(pair)[field];
}

/** All values with one replaced; an empty one is none, and without a step it has neither date nor person. */
export function withValue(pair: PairItem, field: keyof NextStepValues, value: string): NextStepValues {
  return withoutEmptyStep({ ...nextStepValues(pair), [field]: value.trim() });
}

/** Who may be chosen in a cell, or nobody. */
export function choicesOf(
  people: PairFacets['people'],
  pair: PairItem,
  field: OwnerField,
  nobody: string,
  locale: Locale,
): { value: string; label: string }[] {
  const persons = choosableFor(field, pair, ownersAmong(people, pair.startup.id));
  return [
    { value: '', label: nobody },
    ...persons.map((person) => ({ value: person.id, label: nameIn(person, locale) })),
  ];
}

/** A cell of the table: a row of the model and a column, both by their place; row -1 is the head. */
export type CellPlace = Place;

/** Where a key leads among `rows` x `columns`; null when the key is not the table's. */
export function nextCell(
  key: { key: string; ctrlKey: boolean },
  place: CellPlace,
  size: { rows: number; columns: number },
): CellPlace | null {
  return nextPlace(key, place, { ...size, page: 12, firstColumn: 0 });
}

/** The next cell that can be edited, row by row, forwards or back; null past the last one. */
export function nextEditable(
  from: CellPlace,
  step: 1 | -1,
  { rows, columns }: { rows: number; columns: number },
  isEditable: (place: CellPlace) => boolean,
): CellPlace | null {
  let index = from.row * columns + from.column + step;
  while (index >= 0 && index < rows * columns) {
    const place = { row: Math.floor(index / columns), column: index % columns };
    if (isEditable(place)) return place;
    index += step;
  }
  return null;
}
