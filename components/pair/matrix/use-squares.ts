'use client';

import { useEffect, useState } from 'react';
import type { Place } from '@/components/ui/grid-places';
import type { PairItem } from '@/lib/pair/schema';
import { useAddress } from '../filter/address-context';
import { usePairMoves } from '../move/use-pair-moves';
import { type MatrixProps, useArranged } from './use-arranged';

/** The squares of a matrix with the pairs behind them; what is moved here shows at once, until fresh squares come. */
export function useSquares(props: MatrixProps) {
  const { matrix } = props;
  const { leave } = useAddress();
  const [changed, setChanged] = useState<ReadonlyMap<string, PairItem>>(new Map());
  const arranged = useArranged(props, changed);
  const { arrangement, items, addresses } = arranged;
  const moves = usePairMoves({
    show: (pair) => {
      items.put(pair);
      setChanged((before) => new Map(before).set(pair.id, pair));
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the new matrix is the reason
  useEffect(() => setChanged(new Map()), [matrix]);

  const partiesAt = ({ row, column }: Place) => {
    const startup = matrix.startups[arrangement.rows[row] ?? -1];
    const investor = matrix.investors[arrangement.columns[column] ?? -1];
    return startup && investor ? { startup, investor } : null;
  };
  const findAt = async (place: Place): Promise<PairItem | null> => {
    const parties = partiesAt(place);
    if (!parties) return null;
    await items.want(parties.startup.id);
    const item = items.find(parties.startup.id, parties.investor.id);
    return typeof item === 'string' ? null : item;
  };
  const openAt = async (place: Place) => {
    const pair = await findAt(place);
    if (pair) leave(addresses.pair(pair.id));
  };
  const extent = { rows: arrangement.rows.length, columns: arrangement.columns.length };
  return { ...arranged, extent, moves, partiesAt, findAt, openAt };
}

/** The pair of the square that is pointed at, which is fetched when it is not here yet. */
export function usePointedPair(
  { items, partiesAt }: Pick<ReturnType<typeof useSquares>, 'items' | 'partiesAt'>,
  place: Place | null,
) {
  const parties = place && partiesAt(place);
  const startupId = parties?.startup.id;
  const { want, stamp } = items;
  // Not by `items`, which are new whenever a row has come or failed: a row that fails would be asked for again without end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was fetched is forgotten with a new stamp
  useEffect(() => {
    if (startupId) void want(startupId);
  }, [startupId, want, stamp]);
  if (!parties) return null;
  const item = items.find(parties.startup.id, parties.investor.id);
  return { ...parties, item, id: typeof item === 'string' ? '' : item.id };
}
