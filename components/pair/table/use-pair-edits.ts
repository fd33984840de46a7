'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailureText } from '@/components/form/failure-words';
import { useOperation } from '@/components/form/use-operation';
import { patchOf, type Reading } from '@/lib/core/merge';
import type { NamedPerson } from '@/lib/core/shown-name';
import { pairOperations } from '@/lib/pair/operations';
import { editOf, type NextStepValues, nextStepValues } from '@/lib/pair/rules/edits';
import type { PairItem } from '@/lib/pair/schema';

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
  // Another cell may have been typed into before the first answer: one question after the other.
  const [disputes, setDisputes] = useState<readonly Dispute[]>([]);

  const save = async (pair: PairItem, values: NextStepValues): Promise<Failed | null> => {
    const over = { values: nextStepValues(pair), version: pair.version };
    const patch = patchOf(values, over);
    if (Object.keys(patch.changes).length === 0) return null;
    show(withValues(pair, values, personOf));
    const answer = await run(editOf(pair.id, patch));
    if (answer.ok) {
      show(answer.value.pair);
      return null;
    }
    show(pair);
    if (answer.failed === 'unreachable') return { reason: t('offline') };
    const isStale = answer.errors.some(({ reason }) => reason === 'stale');
    if (!isStale || !answer.current) return { reason: textOf(answer) };
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
  const person = (id: string) => (id ? (personOf(id) ?? { id, name: '', nameEn: '' }) : null);
  return {
    ...pair,
    nextStep: nextStep ? { text: nextStep, on: nextStepOn || null, owner: person(nextStepOwnerId) } : null,
    owner: person(ownerId),
  };
}
