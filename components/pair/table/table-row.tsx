'use client';

import { useTranslations } from 'next-intl';
import {
  type ChangeEvent,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { cellMark, type RowMark } from '@/components/ui/cell-range';
import { DateInput } from '@/components/ui/date-input';
import { isComposing } from '@/components/ui/keyboard';
import type { PairItem } from '@/lib/pair/schema';
import { useMoveWords } from '../move/move-words';
import { COLUMNS, type ColumnId } from './table-columns';

export type EditorKind = 'text' | 'date' | 'choice';
export type Leave = 'stay' | 'next' | 'previous' | 'down';
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
  /** What of a range of cells lies in the row, each by itself so that only rows that change are drawn anew. */
  rangeFrom: RowMark['from'];
  rangeTo: RowMark['to'];
  rangeEdge: RowMark['edge'];
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
  const range = { from: props.rangeFrom, to: props.rangeTo, edge: props.rangeEdge };
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
        const mark = cellMark(range, place);
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
            data-range={mark ?? undefined}
            tabIndex={stop === place ? 0 : -1}
            aria-selected={mark !== null || undefined}
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

type EditorProps = {
  kind: EditorKind;
  label: string;
  value: string;
  choices?: readonly { value: string; label: string }[];
  error: string | null;
  /** Enter and leaving by pointer save and stay, Tab saves and goes on. */
  onSave: (value: string, leave: Leave) => void;
  onCancel: () => void;
};

/** A cell being edited. Escape gives it back as it was. */
function CellEditor({ kind, label, value, choices, error, onSave, onCancel }: EditorProps) {
  const [text, setText] = useState(value);
  const box = useRef<HTMLDivElement>(null);
  // Saving and cancelling take the field away, which blurs it once more.
  const left = useRef(false);
  useEffect(() => {
    const field = box.current?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
    field?.focus();
    if (kind === 'text' && field instanceof HTMLInputElement) field.select();
  }, [kind]);
  const save = (how: Leave) => {
    if (left.current) return;
    left.current = true;
    onSave(text, how);
  };
  const onKeyDownCapture = (event: KeyboardEvent) => {
    // Enter that ends a Korean syllable being composed is not the one that saves, and a calendar has its own keys.
    const isField =
      event.target instanceof Element && event.target.matches('input, select, [role="spinbutton"]');
    if (!isField || isComposing(event) || !['Escape', 'Enter', 'Tab'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Tab') save(event.shiftKey ? 'previous' : 'next');
    else if (event.key === 'Enter') save('stay');
    else {
      left.current = true;
      onCancel();
    }
  };
  const shared = {
    'aria-label': label,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? 'tb-error' : undefined,
    className: 'tb-editor',
    value: text,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => setText(event.target.value),
  } as const;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the field inside, which are not the table's
    <div
      ref={box}
      className="tb-editing"
      onKeyDownCapture={onKeyDownCapture}
      onKeyDown={(event) => event.stopPropagation()}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && save('stay')}
    >
      {kind === 'choice' && (
        <select {...shared}>
          {choices?.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
      {kind === 'text' && <input {...shared} type="text" maxLength={300} />}
      {kind === 'date' && (
        <DateInput label={label} labelHidden value={text} max="2200-12-31" onChange={shared.onChange} />
      )}
      {error && (
        <span id="tb-error" role="alert" className="tb-error">
          {error}
        </span>
      )}
    </div>
  );
}
