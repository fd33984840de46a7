'use client';

import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { isShortcut } from '@/components/shell/shortcuts';
import { rangeSides } from '@/components/ui/cell-range';
import type { NextStepValues } from '@/lib/pair/rules/edits';
import type { PairItem } from '@/lib/pair/schema';
import type { PairFacets } from '@/lib/pair/schema/figures';
import type { ColumnId } from './table-columns';
import { cellPlaceOf, focusableAt } from './table-places';
import type { Leave, OpenEditor } from './table-row';
import { useCellRange } from './use-cell-range';
import {
  type CellPlace,
  choicesOf,
  editingOf,
  type Failed,
  fieldValue,
  nextCell,
  nextEditable,
  type Rights,
  withValue,
  withValues,
} from './use-pair-edits';

type Row = {
  id: string;
  original: PairItem;
  getIsGrouped: () => boolean;
  toggleExpanded: () => void;
};
type Props = {
  rows: readonly Row[];
  columns: readonly ColumnId[];
  can: Rights;
  people: PairFacets['people'];
  nobody: string;
  scroll: RefObject<HTMLElement | null>;
  save: (pair: PairItem, values: NextStepValues) => Promise<Failed | null>;
  scrollTo: (row: number) => void;
  /** What keys do to a column from its head. */
  onHead: {
    widen: (column: ColumnId, direction: 1 | -1) => void;
    move: (column: ColumnId, place: number) => readonly ColumnId[];
  };
  openMenu: (pair: PairItem, anchor: HTMLElement) => void;
  open: (pairId: string) => string;
};
type Editor = OpenEditor & { id: string; field: keyof NextStepValues };

/** The keys of the table: arrows move, Enter edits or opens, Tab saves and goes to the next cell that can be edited. */
export function useTableKeys(props: Props) {
  const { rows, columns, scroll } = props;
  const router = useRouter();
  const locale = useLocale();
  const [stop, setStop] = useState<CellPlace>({ row: 0, column: 1 });
  const [editor, setEditor] = useState<Editor | null>(null);
  const wantsFocus = useRef(false);
  const now = useRef(props);
  now.current = props;
  const size = { rows: rows.length, columns: columns.length + 1 };
  const field = { rows: rows.length, firstColumn: 1, lastColumn: columns.length };
  const range = useCellRange({ field, stop, scroll, scrollTo: props.scrollTo });

  const cellAt = useCallback((place: CellPlace) => focusableAt(scroll.current, place), [scroll]);
  useLayoutEffect(() => {
    if (!wantsFocus.current || editor) return;
    wantsFocus.current = false;
    const cell = cellAt(stop);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [stop, editor, cellAt]);

  const goTo = (place: CellPlace) => {
    wantsFocus.current = true;
    if (place.row >= 0) now.current.scrollTo(place.row);
    setStop({ ...place });
  };
  const pairAt = (row: number) => {
    const one = rows[row];
    return one && !one.getIsGrouped() ? one.original : null;
  };
  const edit = (place: CellPlace, saved?: PairItem, typed?: { value: string; error: string }): boolean => {
    const stands = pairAt(place.row);
    const pair = saved && saved.id === stands?.id ? saved : stands;
    const column = columns[place.column - 1];
    const editing = pair && column && editingOf(column, pair, props.can);
    if (!pair || !editing) return false;
    if (editing.by === 'menu') {
      const cell = cellAt(place);
      if (cell) props.openMenu(pair, cell);
      return true;
    }
    const { kind, field } = editing;
    setEditor({
      id: pair.id,
      column: place.column,
      kind,
      field,
      value: typed?.value ?? fieldValue(pair, field),
      error: typed?.error ?? null,
      ...(kind === 'choice' ? { choices: choicesOf(props.people, pair, field, props.nobody, locale) } : {}),
    });
    return true;
  };
  /** With the edit that is just being saved already in the row: a step just written can be given its date. */
  const isField = ({ row, column }: CellPlace, saved: PairItem): boolean => {
    const pair = pairAt(row);
    const id = columns[column - 1];
    return Boolean(
      pair && id && editingOf(id, pair.id === saved.id ? saved : pair, props.can)?.by === 'field',
    );
  };

  const onSave = (pair: PairItem, value: string, leave: Leave) => {
    if (!editor) return;
    const { field } = editor;
    const place = stop;
    const saved = withValues(pair, withValue(pair, field, value), () => null);
    setEditor(null);
    const next =
      leave === 'next' || leave === 'previous'
        ? nextEditable(place, leave === 'next' ? 1 : -1, size, (one) => isField(one, saved))
        : null;
    if (next) {
      goTo(next);
      edit(next, saved);
    } else if (document.activeElement === document.body || leave === 'stay') goTo(place);
    if (value.trim() === fieldValue(pair, field)) return;
    void props.save(pair, withValue(pair, field, value)).then((failed) => {
      if (!failed) return;
      setStop(place);
      edit(place, undefined, { value, error: failed.reason });
    });
  };
  const onCancel = () => {
    setEditor(null);
    goTo(stop);
  };
  /** Keys on the head of a column that widen or move it. */
  const arrange = (event: KeyboardEvent, { column }: CellPlace): boolean => {
    const id = columns[column - 1];
    if (!id) return false;
    const { widen, move } = props.onHead;
    const goAlong = (moved: readonly ColumnId[]) => goTo({ row: -1, column: moved.indexOf(id) + 1 });
    if (isShortcut(event, 'tableHead.widen')) widen(id, 1);
    else if (isShortcut(event, 'tableHead.narrow')) widen(id, -1);
    else if (isShortcut(event, 'tableHead.forward')) goAlong(move(id, column - 2));
    else if (isShortcut(event, 'tableHead.back')) goAlong(move(id, column));
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const here = cellPlaceOf(event.target);
    if (!here) return;
    if (here.row < 0 ? arrange(event, here) : range.onKeyDown(event)) return event.preventDefault();
    if (event.metaKey || event.altKey) return;
    const row = rows[here.row];
    if (isShortcut(event, 'grid.edit')) {
      if (here.row < 0 || here.column === 0) return;
      if (edit(here)) event.preventDefault();
      else if (
        row &&
        !row.getIsGrouped() &&
        (columns[here.column - 1] === 'startup' || columns[here.column - 1] === 'investor')
      ) {
        event.preventDefault();
        router.push(props.open(row.id));
      }
      return;
    }
    const pair = pairAt(here.row);
    if (isShortcut(event, 'grid.stage') && pair && props.can.move && event.target instanceof HTMLElement) {
      event.preventDefault();
      return props.openMenu(pair, event.target);
    }
    const next = nextCell(event, here, size);
    if (!next) return;
    event.preventDefault();
    range.drop();
    goTo(next);
  };
  const onFocus = (event: FocusEvent) => {
    const place = cellPlaceOf(event.target);
    if (!place || (place.row === stop.row && place.column === stop.column)) return;
    setStop(place);
    if (place.column > 0) range.drop();
  };
  const onDoubleClick = (event: MouseEvent) => {
    const place = cellPlaceOf(event.target);
    if (place && !editor) edit(place);
  };
  const latest = useRef({ onSave, onCancel });
  latest.current = { onSave, onCancel };
  const stableSave = useCallback(
    (pair: PairItem, value: string, leave: Leave) => latest.current.onSave(pair, value, leave),
    [],
  );
  const stableCancel = useCallback(() => latest.current.onCancel(), []);
  const stays = { row: Math.min(stop.row, rows.length - 1), column: Math.min(stop.column, columns.length) };
  return {
    stop: stays,
    /** The selected cells; null for the one with the focus alone. */
    sides: range.sides,
    /** The cell with the focus; null in the head and on a box. */
    here: stays.row < 0 || stays.column < 1 ? null : rangeSides({ anchor: stays, focus: stays }),
    editor,
    handlers: { onKeyDown, onFocus, onDoubleClick, onMouseDown: range.onMouseDown },
    onSave: stableSave,
    onCancel: stableCancel,
  };
}

export type TableKeys = ReturnType<typeof useTableKeys>;
