'use client';

import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ColumnEdge } from '@/components/ui/column-edge';
import { COLUMNS, type ColumnId, FIXED } from './table-columns';
import type { Columns } from './use-columns';
import { useHeadDrag } from './use-head-drag';

type Sorted = { desc: boolean; place: number; of: number } | null;
type Props = {
  shown: readonly ColumnId[];
  columns: Columns;
  sortedBy: (column: ColumnId) => Sorted;
  onSort: (column: ColumnId, adds: boolean) => void;
  /** The place of the head's cell that can be reached by Tab; -1 for none. */
  stop: number;
  selectable: boolean;
  selection: 'all' | 'some' | 'none';
  onSelectAll: (selected: boolean) => void;
};

/** The heads of the columns: pressed they sort, with Shift they add to the order; dragged they move, at their edge they widen. */
export function TableHead(props: Props) {
  const { shown, columns, sortedBy, onSort, stop, selectable, selection, onSelectAll } = props;
  const t = useTranslations('pair.pipeline.table');
  const drag = useHeadDrag((from, to) => {
    const id = shown[from - 1];
    if (id) columns.move(id, to - 1);
  });
  const gap = drag.dragged?.gap;
  const dropAt = (place: number) => {
    if (gap === place) return 'before';
    return gap === shown.length + 1 && place === shown.length ? 'after' : undefined;
  };
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
        {shown.map((column, index) => {
          const sorted = sortedBy(column);
          const label = t(`column.${column}`);
          const isFixed = FIXED.includes(column);
          return (
            <th
              key={column}
              scope="col"
              data-column={index + 1}
              data-fixed={isFixed ? column : undefined}
              data-numeric={COLUMNS[column].numeric}
              data-dragged={drag.dragged?.from === index + 1 || undefined}
              data-drop={dropAt(index + 1)}
              aria-sort={sorted ? (sorted.desc ? 'descending' : 'ascending') : undefined}
              onPointerDown={isFixed ? undefined : drag.onPointerDown}
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
              <ColumnEdge
                width={columns.widthOf(column)}
                onWiden={(width) => columns.set(column, width)}
                onFit={() => columns.fit(column)}
              />
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
