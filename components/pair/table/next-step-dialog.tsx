'use client';

import { Dialog } from '@/components/ui/dialog';
import type { PairItem, PossibleOwner } from '@/lib/pair/schema';
import type { PairFacets } from '@/lib/pair/schema/figures';
import { useMoveWords } from '../move/move-words';
import { NextStepForm } from '../page/next-step-form';

type FormProps = Parameters<typeof NextStepForm>[0];
type Props = Omit<FormProps, 'owners' | 'pair'> & {
  pair: PairItem;
  people: PairFacets['people'];
};

/** All that is edited of a pair in place, for a cell that somebody else changed too. */
export function NextStepDialog({ pair, people, ...form }: Props) {
  const { pairName } = useMoveWords();
  const owners = people
    .filter(({ startupId }) => startupId === null || startupId === pair.startup.id)
    .map(({ startupId, ...person }): PossibleOwner => {
      return { ...person, side: startupId === null ? 'program' : 'startup' };
    });
  return (
    <Dialog open onClose={form.onClose} title={pairName(pair)} size="lg">
      <div className="pb-5">
        <NextStepForm {...{ pair, owners }} {...form} />
      </div>
    </Dialog>
  );
}
