'use client';

import { filterOf, queryOf } from './address';
import { useAddress } from './address-context';
import { FilterColumn } from './filter-column';
import type { SectorOption } from './filter-words';

type Props = { sectors: readonly SectorOption[]; baseCurrency: string };

/** The filters of the pipeline, whichever of its views is shown. */
export function PairsFilterColumn({ sectors, baseCurrency }: Props) {
  const { address, change } = useAddress();
  return <FilterColumn {...{ address, change, sectors, baseCurrency }} asked={queryOf(filterOf(address))} />;
}
