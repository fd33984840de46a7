'use client';

import { useTranslations } from 'next-intl';
import type { NextStepValues } from '@/lib/pair/rules/edits';
import type { PairItem } from '@/lib/pair/schema';
import { useMoveWords } from '../move/move-words';

const OF_FIELD = {
  nextStep: 'nextStep',
  nextStepOn: 'nextStepOn',
  nextStepOwnerId: 'nextStepOwner',
  ownerId: 'owner',
} as const satisfies Record<keyof NextStepValues, string>;
type What = (typeof OF_FIELD)[keyof NextStepValues] | 'stage' | 'status' | 'wish' | 'weight';

/** What a step is called: `Next step of 12 pairs`, or with the name of the one pair. */
export function useStepWords() {
  const t = useTranslations('pair.history');
  const { pairName } = useMoveWords();
  const textOf = (what: What, pairs: readonly Pick<PairItem, 'startup' | 'investor'>[]) => {
    const [one, ...others] = pairs;
    const word = t(`what.${what}`);
    return one && others.length === 0
      ? t('one', { what: word, pair: pairName(one) })
      : t('many', { what: word, count: pairs.length });
  };
  /** Of an edit: its one field, or the next step as a whole. */
  const textOfEdit = (fields: readonly (keyof NextStepValues)[], pairs: Parameters<typeof textOf>[1]) => {
    const [field, ...others] = fields;
    return textOf(field && others.length === 0 ? OF_FIELD[field] : 'nextStep', pairs);
  };
  return { textOf, textOfEdit };
}
