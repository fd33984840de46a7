'use client';

import {
  columnGroupingFeature,
  columnOrderingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createExpandedRowModel,
  createGroupedRowModel,
  rowExpandingFeature,
  rowSelectionFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import type { PairItem } from '@/lib/pair/schema';

import { useAddress } from '../filter/address-context';
import { compareBy, comparisons } from './compare-pairs';
import { COLUMN_IDS, COLUMNS, groupColumn, shownColumns, sortingOf } from './table-columns';

const features = tableFeatures({
  columnGroupingFeature,
  columnOrderingFeature,
  columnVisibilityFeature,
  rowExpandingFeature,
  rowSelectionFeature,
  rowSortingFeature,
  groupedRowModel: createGroupedRowModel(),
  expandedRowModel: createExpandedRowModel(),
});
const helper = createColumnHelper<typeof features, PairItem>();
const columns = helper.columns(
  COLUMN_IDS.map((id) => {
    const { sort, largestFirst, groupOf } = COLUMNS[id];
    return helper.accessor((pair) => (groupOf ? groupOf(pair) : pair.id), {
      id,
      enableSorting: Boolean(sort),
      sortDescFirst: Boolean(largestFirst),
      enableGrouping: Boolean(groupOf),
    });
  }),
);
const MOST_SORTS = 3;

/**
 * The table's model of rows: what the address sorts, groups and shows, with selection and folded groups of its own.
 * Pairs come sorted (amounts compare by currency, groups keep their own order), so the model's sorting stays manual.
 */
export function usePairRows(pairs: readonly PairItem[], baseCurrency: string) {
  const locale = useLocale();
  const { address, change } = useAddress();
  const sortKeys = address.sort.join();
  const columnKeys = address.columns.join();
  const group = groupColumn(address.group);
  const shown = useMemo(() => shownColumns(columnKeys.split(',')), [columnKeys]);
  const sorting = useMemo<SortingState>(() => sortingOf(sortKeys.split(',')), [sortKeys]);
  const data = useMemo(() => {
    const by = comparisons(locale, baseCurrency);
    const keys = sorting.map(({ id, desc }) => (desc ? `-${id}` : id));
    const groupKey = group && COLUMNS[group].sort;
    return pairs.toSorted(compareBy(groupKey ? [groupKey, ...keys] : keys, by));
  }, [pairs, sorting, group, locale, baseCurrency]);
  const state = useMemo(
    () => ({
      sorting,
      grouping: group ? [group] : [],
      columnOrder: [...shown],
      columnVisibility: Object.fromEntries(COLUMN_IDS.map((id) => [id, shown.includes(id)])),
    }),
    [sorting, group, shown],
  );
  const table = useTable({
    features,
    columns,
    data,
    state,
    getRowId: (pair) => pair.id,
    initialState: { expanded: true },
    autoResetExpanded: false,
    groupedColumnMode: false,
    manualSorting: true,
    maxMultiSortColCount: MOST_SORTS,
    onSortingChange: (updater) => {
      const next = typeof updater === 'function' ? updater(sorting) : updater;
      change({ sort: next.map(({ id, desc }) => (desc ? `-${id}` : id)) });
    },
  });
  return { table, shown, group, data };
}

export type PairRows = ReturnType<typeof usePairRows>;
