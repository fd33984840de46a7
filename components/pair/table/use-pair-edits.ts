'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailureText } from '@/components/form/failure-words';
import { useOperation } from '@/components/form/use-operation';
import { useToast } from '@/components/ui/toast';
import type { NamedPerson } from '@/lib/core/shown-name';
import { pairOperations } from '@/lib/pair/operations';
import {
  type Conflict,
  changesOf,
  conflictOf,
  type NextStepValues,
  nextStepValues,
} from '@/lib/pair/rules/edits';
import type { PairItem } from '@/lib/pair/schema';

type Props = {
  show: (pair: PairItem) => void;
  personOf: (personId: string) => NamedPerson | null;
};

/** Why an edit did not hold; what was typed stays with whoever typed it. */
export type Failed = { reason: string };

/**
 * Saves edits of single cells: at once on the screen, merged with what others changed in other cells, and put to the
 * reader where somebody changed the same one.
 */
export function usePairEdits({ show, personOf }: Props) {
  const t = useTranslations('pair.pipeline.table');
  const toast = useToast();
  const textOf = useFailureText();
  const { run } = useOperation(pairOperations.editPair, { refreshes: 'soon' });
  const [dispute, setDispute] = useState<{ conflict: Conflict; pair: PairItem } | null>(null);

  const save = async (
    pair: PairItem,
    values: NextStepValues,
    version = pair.version,
  ): Promise<Failed | null> => {
    const read = nextStepValues(pair);
    const changes = changesOf(values, read);
    const fields = Object.keys(changes) as (keyof NextStepValues)[];
    if (fields.length === 0) return null;
    const base = Object.fromEntries(fields.map((field) => [field, read[field]]));
    show(withValues(pair, values, personOf));
    const answer = await run({ pairId: pair.id, version, changes, base });
    if (answer.ok) {
      show(answer.value.pair);
      return null;
    }
    show(pair);
    if (answer.failed === 'unreachable') return { reason: t('offline') };
    const conflict = conflictOf(answer.current, values, read);
    if (!conflict) return { reason: textOf(answer) };
    const current = answer.current as PairItem;
    show(current);
    setDispute({ conflict, pair: current });
    return null;
  };

  const resolve = async (values: NextStepValues) => {
    if (!dispute) return;
    setDispute(null);
    const failed = await save(dispute.pair, values);
    if (failed) toast({ tone: 'danger', text: failed.reason });
    else toast({ text: t('saved') });
  };
  return { save, dispute, resolve, drop: () => setDispute(null) };
}

/** The pair as it will stand with these values. */
export function withValues(
  pair: PairItem,
  { nextStep, nextStepOn, nextStepOwnerId, ownerId }: NextStepValues,
  personOf: (personId: string) => NamedPerson | null,
): PairItem {
  const person = (id: string | null) => (id ? (personOf(id) ?? { id, name: '', nameEn: '' }) : null);
  return {
    ...pair,
    nextStep: nextStep ? { text: nextStep, on: nextStepOn, owner: person(nextStepOwnerId) } : null,
    owner: person(ownerId),
  };
}
