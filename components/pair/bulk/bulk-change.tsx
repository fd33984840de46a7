'use client';

import type { PairItem } from '@/lib/pair/schema';
import type { PairFacets } from '@/lib/pair/schema/figures';
import type { BulkKind, ChangeProps } from './change-frame';
import { NextStepChange, OwnerChange } from './edit-change';
import { StatusChange } from './status-change';
import { WeightChange, WishChange } from './wish-change';

type Props = ChangeProps & {
  kind: BulkKind;
  people: PairFacets['people'];
  show: (pair: PairItem) => void;
};

/** The dialog for one kind of change of the chosen rows. */
export function BulkChange({ kind, people, show, ...props }: Props) {
  switch (kind) {
    case 'status':
      return <StatusChange {...props} show={show} />;
    case 'owner':
      return <OwnerChange {...props} {...{ people, show }} />;
    case 'nextStep':
      return <NextStepChange {...props} {...{ people, show }} />;
    case 'wish':
      return <WishChange {...props} />;
    case 'weight':
      return <WeightChange {...props} />;
  }
}
