'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { CELL_WIDTH, cellAt, cellCode } from '@/lib/pair/rules/cells';
import type { PairItem } from '@/lib/pair/schema';
import type { PairMatrix } from '@/lib/pair/schema/figures';

import { type Address, queryOf, readAddress, searchOf } from '../filter/address';
import { useAddress } from '../filter/address-context';
import { listParams, pairAddresses } from '../pair-address';
import type { Zones } from '../zoned-time';
import { arrange, orderOf, tallyMatrix } from './arrange';
import { lookMaker } from './cell-look';
import type { Addresses } from './matrix-table';
import { moneyAt, rungOf } from './party-money';
import { useRowItems } from './use-row-items';

export type MatrixProps = {
  slug: string;
  matrix: PairMatrix;
  sectors: readonly { key: string; label: string }[];
  baseCurrency: string;
  zones: Zones;
  canMove: boolean;
};

/** Everything the matrix draws, made anew only when its part of the address or the squares have changed. */
export function useArranged(props: MatrixProps, changed: ReadonlyMap<string, PairItem>) {
  const { slug, matrix, sectors, baseCurrency } = props;
  const t = useTranslations('pair');
  const { address } = useAddress();
  const { sort, group, others, columns } = address;
  const codes = useMemo(() => withChanges(matrix, changed), [matrix, changed]);
  const tallies = useMemo(
    () => tallyMatrix({ rows: codes, investors: matrix.investors }),
    [codes, matrix.investors],
  );
  const rung = rungOf(columns);
  const money = useMemo(() => moneyAt(matrix.sums, rung, baseCurrency), [matrix.sums, rung, baseCurrency]);
  const sorting = sort.join();
  const arrangement = useMemo(
    () =>
      arrange(matrix, tallies, {
        rows: orderOf(sorting.split(','), 'rows'),
        columns: orderOf(sorting.split(','), 'columns'),
        sectors: group === 'none' ? null : sectors.map(({ key }) => key),
        hideOthers: others === 'hide',
        money,
        base: baseCurrency,
      }),
    [matrix, tallies, sorting, group, sectors, others, money, baseCurrency],
  );
  const look = useMemo(
    () =>
      lookMaker({
        stage: (stage) => t(`stage.${stage}`),
        status: (status) => t(`status.${status}`),
        money: t('pipeline.matrix.money'),
        outside: t('pipeline.matrix.outside'),
        none: t('pipeline.matrix.none'),
      }),
    [t],
  );
  // The pointed-at pair is no part of where links lead; without it they stay the same while pointing.
  const kept = searchOf({ ...address, pair: '' });
  const addresses = useMemo(() => addressesOf(slug, readAddress(kept)), [slug, kept]);
  const { asOf, knownOn } = address;
  const clocks = useMemo(() => ({ ...(asOf && { asOf }), ...(knownOn && { knownOn }) }), [asOf, knownOn]);
  const items = useRowItems(slug, clocks, matrix);

  const { startups, investors, ids } = matrix;
  return {
    arrangement,
    tallies,
    items,
    addresses,
    table: { startups, investors, codes, ids, arrangement, tallies, money, rung, sectors, look, addresses },
  };
}

function addressesOf(slug: string, address: Address): Addresses {
  const list = listParams(queryOf(address));
  const party = (key: 'startup' | 'investor', id: string) =>
    `/programs/${slug}/pairs${searchOf({ ...address, [key]: [id] })}`;
  return {
    pair: pairAddresses(slug, list),
    startup: (id) => party('startup', id),
    investor: (id) => party('investor', id),
  };
}

/** The rows of codes with the squares changed here written over them. */
function withChanges(
  { rows, startups, investors }: PairMatrix,
  changed: ReadonlyMap<string, PairItem>,
): string[] {
  const codes = [...rows];
  for (const { startup, investor, stage, status, amounts } of changed.values()) {
    const row = startups.findIndex(({ id }) => id === startup.id);
    const column = investors.findIndex(({ id }) => id === investor.id);
    const before = codes[row];
    const cell = before && cellAt(before, column);
    if (!before || !cell) continue;
    const code = cellCode({ ...cell, stage, status, money: amounts.length > 0 });
    codes[row] = before.slice(0, column * CELL_WIDTH) + code + before.slice((column + 1) * CELL_WIDTH);
  }
  return codes;
}
