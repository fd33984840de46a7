'use client';

import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { COLUMNS, type ColumnId } from './table-columns';

type Sorted = { desc: boolean; place: number; of: number } | null;
type Props = {
  columns: readonly ColumnId[];
  sortedBy: (column: ColumnId) => Sorted;
  onSort: (column: ColumnId, adds: boolean) => void;
  /** The place of the head's cell that can be reached by Tab; -1 for none. */
  stop: number;
  selectable: boolean;
  selection: 'all' | 'some' | 'none';
  onSelectAll: (selected: boolean) => void;
};

/** The heads of the columns; pressing one sorts, with Shift it adds to the order. */
export function TableHead({ columns, sortedBy, onSort, stop, selectable, selection, onSelectAll }: Props) {
  const t = useTranslations('pair.pipeline.table');
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selectable ? (
          <th scope="col" className="tb-check" data-column={0}>
            <input
              type="checkbox"
              className="ui-check"
              aria-label={t('selectAll')}
              tabIndex={stop === 0 ? 0 : -1}
              checked={selection === 'all'}
              ref={(node) => {
                if (node) node.indeterminate = selection === 'some';
              }}
              onChange={(event) => onSelectAll(event.target.checked)}
            />
          </th>
        ) : (
          <td className="tb-check" data-column={0} />
        )}
        {columns.map((column, index) => {
          const sorted = sortedBy(column);
          const label = t(`column.${column}`);
          return (
            <th
              key={column}
              scope="col"
              data-column={index + 1}
              data-fixed={column === 'startup' || column === 'investor' ? column : undefined}
              data-numeric={COLUMNS[column].numeric}
              aria-sort={sorted ? (sorted.desc ? 'descending' : 'ascending') : undefined}
            >
              {COLUMNS[column].sort ? (
                <button
                  type="button"
                  tabIndex={stop === index + 1 ? 0 : -1}
                  title={t('sortHint')}
                  onClick={(event) => onSort(column, event.shiftKey)}
                >
                  {label}
                  <SortSign sorted={sorted} />
                </button>
              ) : (
                <span tabIndex={stop === index + 1 ? 0 : -1} className="tb-label">
                  {label}
                </span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function SortSign({ sorted }: { sorted: Sorted }) {
  if (!sorted) return <ArrowUpDown aria-hidden="true" size={12} className="tb-unsorted" />;
  const Arrow = sorted.desc ? ArrowDown : ArrowUp;
  return (
    <>
      <Arrow aria-hidden="true" size={13} />
      {sorted.of > 1 && <span className="text-2xs">{sorted.place + 1}</span>}
    </>
  );
}
