'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ClipboardEvent, useMemo, useState } from 'react';
import type { Sides } from '@/components/ui/cell-range';
import { htmlTable, tabbedText } from '@/components/ui/clipboard-table';
import type { PairItem } from '@/lib/pair/schema';
import type { PairFacets } from '@/lib/pair/schema/figures';
import { type SectorOption, useFilterWords } from '../filter/filter-words';
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
  /** The selected cells, or the one with the focus; null in the head. */
  sides: Sides | null;
  texts: CellTexts;
};

/** Puts cells on the clipboard as spreadsheets do, within the browser's own copying: nobody is asked for a permission. */
export function useTableClipboard({ rows, columns, sides, texts }: Props) {
  const t = useTranslations('pair.pipeline.table');
  const [told, setTold] = useState('');
  const onCopy = (event: ClipboardEvent) => {
    if (!sides || isOfText(event)) return;
    const pairs = pairsIn(rows, sides);
    const copied = columns.slice(sides.left - 1, sides.right);
    if (pairs.length === 0) return;
    const cells = pairs.map((pair) => copied.map((column) => texts(column, pair)));
    event.clipboardData.setData('text/plain', tabbedText(cells));
    event.clipboardData.setData('text/html', htmlTable(cells));
    event.preventDefault();
    setTold(t('copied', { rows: pairs.length, columns: copied.length }));
  };
  return { handlers: { onCopy }, told };
}

/** The pairs of the rows from top to bottom; the rows of groups are none. */
export function pairsIn(rows: readonly Row[], { top, bottom }: Pick<Sides, 'top' | 'bottom'>): PairItem[] {
  return rows.slice(top, bottom + 1).flatMap((row) => (row.getIsGrouped() ? [] : [row.original]));
}

/** Whether the clipboard is meant for a field, or for a text that somebody has marked. */
function isOfText({ target }: ClipboardEvent): boolean {
  const isField = target instanceof Element && target.closest('[data-open]') !== null;
  return isField || document.getSelection()?.isCollapsed === false;
}
