'use client';

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { rowMark } from '@/components/ui/cell-range';
import { usePrinting } from '@/components/ui/use-printing';
import type { PairItem } from '@/lib/pair/schema';
import { GroupRow, type useGroupWords } from './group-row';
import type { ColumnId } from './table-columns';
import { TableRow } from './table-row';
import type { PairRows } from './use-pair-rows';
import type { TableKeys } from './use-table-keys';

type Props = {
  rows: ReturnType<PairRows['table']['getRowModel']>['rows'];
  columns: readonly ColumnId[];
  group: ColumnId | null;
  content: (column: ColumnId, pair: PairItem) => ReactNode;
  groupWords: ReturnType<typeof useGroupWords>;
  isEditable: (column: ColumnId, pair: PairItem) => boolean;
  selectable: boolean;
  selection: Readonly<Record<string, boolean>>;
  baseCurrency: string;
  scroll: RefObject<HTMLElement | null>;
  /** Filled here: brings a row into sight. */
  scrollToRow: RefObject<(row: number) => void>;
  keys: TableKeys;
  onSelect: (id: string, event: unknown) => void;
};

const ROW = 40;

/**
 * The rows in sight and a few more, on paper all of them; the row with the focus stays in the page however far it is
 * scrolled away.
 */
export function TableBody(props: Props) {
  const { rows, columns, group, content, groupWords, isEditable, selectable, selection, scroll, keys } =
    props;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    initialRect: { width: 1200, height: 720 },
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      const kept = keys.stop.row;
      if (kept < 0 || kept >= range.count || inSight.includes(kept)) return inSight;
      return [...inSight, kept].sort((a, b) => a - b);
    },
  });
  const { scrollToRow } = props;
  useEffect(() => {
    scrollToRow.current = (row) => virtual.scrollToIndex(row, { align: 'auto' });
  }, [virtual, scrollToRow]);

  const isPrinting = usePrinting();
  const drawn = isPrinting
    ? rows.map((_, index) => ({ index, start: 0, end: 0 }))
    : virtual.getVirtualItems();
  let end = 0;
  const lines = drawn.flatMap((item) => {
    const row = rows[item.index];
    if (!row) return [];
    const gap = item.start - end;
    end = item.end;
    const isStop = keys.stop.row === item.index;
    const mark = rowMark(keys.sides, item.index);
    const line = row.getIsGrouped() ? (
      <GroupRow
        key={row.id}
        index={item.index}
        {...groupWords(group, String(row.groupingValue))}
        pairs={row.subRows.map((sub) => sub.original)}
        span={columns.length + 1}
        open={row.getIsExpanded()}
        stop={isStop}
        baseCurrency={props.baseCurrency}
        onToggle={() => row.toggleExpanded()}
      />
    ) : (
      <TableRow
        key={row.id}
        pair={row.original}
        index={item.index}
        columns={columns}
        content={content}
        isEditable={isEditable}
        selectable={selectable}
        selected={Boolean(selection[row.id])}
        stop={isStop ? keys.stop.column : -1}
        rangeFrom={mark.from}
        rangeTo={mark.to}
        rangeEdge={mark.edge}
        editor={keys.editor?.id === row.id ? keys.editor : null}
        onSelect={props.onSelect}
        onSave={keys.onSave}
        onCancel={keys.onCancel}
      />
    );
    return gap > 0 ? [<Spacer key={`before ${row.id}`} size={gap} />, line] : [line];
  });
  return (
    <tbody>
      {lines}
      {!isPrinting && virtual.getTotalSize() > end && <Spacer size={virtual.getTotalSize() - end} />}
    </tbody>
  );
}

function Spacer({ size }: { size: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of air has nothing in it to focus
    <tr aria-hidden="true" className="tb-spacer">
      <td style={{ blockSize: size }} />
    </tr>
  );
}
