'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ClipboardEvent, type KeyboardEvent, useMemo, useState } from 'react';
import { isShortcut } from '@/components/shell/shortcuts';
import type { RangeSides } from '@/components/ui/cell-range';
import { htmlTable, tabbedText } from '@/components/ui/clipboard-table';
import type { PairItem } from '@/lib/pair/schema';
import type { PairFacets } from '@/lib/pair/schema/figures';
import { type SectorOption, useFilterWords } from '../filter/filter-words';
import { clearCells, fillDown } from './block/mean-block';
import type { BlockEdits } from './block/use-block-edits';
import { type CellTexts, cellTexts } from './cell-text';
import type { ColumnId } from './table-columns';

/** What cells say, in the words of the screen. */
export function useCellTexts(
  facets: PairFacets,
  sectors: readonly SectorOption[],
  program: { zone: string; baseCurrency: string },
): CellTexts {
  const words = useFilterWords(facets, sectors);
  const locale = useLocale();
  const { zone, baseCurrency } = program;
  return useMemo(() => cellTexts({ locale, zone, baseCurrency, words }), [locale, zone, baseCurrency, words]);
}

type Row = { original: PairItem; getIsGrouped: () => boolean };
type Props = {
  rows: readonly Row[];
  columns: readonly ColumnId[];
  /** The selected cells; null where there is no range. */
  range: RangeSides | null;
  /** The cell with the focus; null in the head. */
  here: RangeSides | null;
  texts: CellTexts;
  edits: Pick<BlockEdits, 'preview' | 'atOnce'>;
  /** Whether any cell may be changed by this person. */
  mayEdit: boolean;
};

/**
 * Copies and pastes cells as spreadsheets do, within the browser's own copying: nobody is asked for a permission. Fills a
 * range down from its first row, and clears it.
 */
export function useTableClipboard({ rows, columns, range, here, texts, edits, mayEdit }: Props) {
  const t = useTranslations('pair.pipeline.table');
  const [told, setTold] = useState('');
  const sides = range ?? here;
  const chosen = sides ? pairsIn(rows, sides) : [];
  const across = sides ? columns.slice(sides.left - 1, sides.right) : [];
  const isIdle = chosen.length === 0 || across.length === 0;

  const onCopy = (event: ClipboardEvent) => {
    const isOfText = !range && document.getSelection()?.isCollapsed === false;
    if (isIdle || isOfText || isInField(event.target)) return;
    const cells = chosen.map((pair) => across.map((column) => texts(column, pair)));
    event.clipboardData.setData('text/plain', tabbedText(cells));
    event.clipboardData.setData('text/html', htmlTable(cells));
    event.preventDefault();
    setTold(t('copied', { rows: chosen.length, columns: across.length }));
  };
  const onPaste = (event: ClipboardEvent) => {
    const { clipboardData, target } = event;
    if (!sides || isIdle || !mayEdit || isInField(target)) return;
    const pasted = { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') };
    if (pasted.text === '' && pasted.html === '') return;
    event.preventDefault();
    edits.preview({
      pasted,
      pairs: pairsIn(rows, { top: sides.top, bottom: rows.length }),
      columns: columns.slice(sides.left - 1),
      range: { rows: chosen.length, columns: across.length },
    });
  };
  /** From the first row of several, or from the row above. */
  const filled = () => {
    const above =
      chosen.length > 1 || !sides ? [] : pairsIn(rows, { top: 0, bottom: sides.top - 1 }).slice(-1);
    return fillDown([...above, ...chosen], across, texts);
  };
  /** True where the key was one for the selected cells. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (isIdle || !mayEdit || isInField(event.target)) return false;
    if (isShortcut(event, 'cells.fill')) void edits.atOnce(filled());
    else if (isShortcut(event, 'cells.clear')) void edits.atOnce(clearCells(chosen, across));
    else return false;
    event.preventDefault();
    return true;
  };
  return { handlers: { onCopy, onPaste }, onKeyDown, told };
}

/** The pairs of the rows from top to bottom; the rows of groups are none. */
export function pairsIn(
  rows: readonly Row[],
  { top, bottom }: Pick<RangeSides, 'top' | 'bottom'>,
): PairItem[] {
  return rows.slice(top, bottom + 1).flatMap((row) => (row.getIsGrouped() ? [] : [row.original]));
}

/** What happens in a field that is open is the field's. */
function isInField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-open]') !== null;
}
