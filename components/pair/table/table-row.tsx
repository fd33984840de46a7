'use client';

import { useTranslations } from 'next-intl';
import { memo, type ReactNode } from 'react';
import type { PairItem } from '@/lib/pair/schema';

import { useMoveWords } from '../move/move-words';
import { CellEditor, type EditorKind, type Leave } from './cell-editor';
import { COLUMNS, type ColumnId } from './table-columns';

export type OpenEditor = {
  column: number;
  kind: EditorKind;
  value: string;
  choices?: { value: string; label: string }[];
  error: string | null;
};
type Props = {
  pair: PairItem;
  /** The row's place in the table, counted from 0. */
  index: number;
  columns: readonly ColumnId[];
  content: (column: ColumnId, pair: PairItem) => ReactNode;
  isEditable: (column: ColumnId, pair: PairItem) => boolean;
  selectable: boolean;
  selected: boolean;
  /** The place of the row's cell that can be reached by Tab; -1 for none. */
  stop: number;
  editor: OpenEditor | null;
  onSelect: (id: string, event: unknown) => void;
  onSave: (pair: PairItem, value: string, leave: Leave) => void;
  onCancel: () => void;
};

/** A pair's row. Its cells are moved through by keys; one of them may be open for editing. */
export const TableRow = memo(function TableRow(props: Props) {
  const { pair, index, columns, content, isEditable, selectable, selected, stop, editor } = props;
  const t = useTranslations('pair.pipeline.table');
  const words = useMoveWords();
  return (
    <tr aria-rowindex={index + 2} aria-selected={selectable ? selected : undefined} data-row={index}>
      <td className="tb-check" data-column={0}>
        {selectable && (
          <input
            type="checkbox"
            className="ui-check"
            aria-label={t('select', { pair: words.pairName(pair) })}
            tabIndex={stop === 0 ? 0 : -1}
            checked={selected}
            onChange={(event) => props.onSelect(pair.id, event)}
          />
        )}
      </td>
      {columns.map((column, at) => {
        const place = at + 1;
        const open = editor?.column === place ? editor : null;
        const editable = isEditable(column, pair);
        const Tag = column === 'startup' ? 'th' : 'td';
        return (
          <Tag
            key={column}
            scope={column === 'startup' ? 'row' : undefined}
            data-column={place}
            data-fixed={column === 'startup' || column === 'investor' ? column : undefined}
            data-numeric={COLUMNS[column].numeric}
            data-editable={editable || undefined}
            data-open={open ? '' : undefined}
            tabIndex={stop === place ? 0 : -1}
            aria-readonly={editable ? undefined : true}
          >
            {open ? (
              <CellEditor
                key={`${pair.id} ${column}`}
                {...open}
                label={t('editHint', { column: t(`column.${column}`) })}
                onSave={(value, leave) => props.onSave(pair, value, leave)}
                onCancel={props.onCancel}
              />
            ) : (
              content(column, pair)
            )}
          </Tag>
        );
      })}
    </tr>
  );
});
