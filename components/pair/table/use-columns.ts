'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useState } from 'react';
import { fittingWidth } from '@/components/ui/column-edge';
import { useColumnWidths } from '@/components/ui/column-widths';
import { useAddress } from '../filter/address-context';
import { COLUMNS, type ColumnId, columnsAddress, widthsKey, withColumnAt } from './table-columns';

/** By how many rem a key widens a column. */
const STEP = 1;

/** The columns as somebody arranges them: widths are kept in this browser, the order in the address. */
export function useColumns(slug: string, shown: readonly ColumnId[], scroll: RefObject<HTMLElement | null>) {
  const t = useTranslations('pair.pipeline.table');
  const { change } = useAddress();
  const { widths, set } = useColumnWidths(widthsKey(slug));
  // What a key has done to a column is not seen by those who hear the screen.
  const [told, setTold] = useState('');
  const widthOf = (id: ColumnId): number => widths[id] ?? COLUMNS[id].width;
  const fit = (id: ColumnId) => {
    const cells = scroll.current?.querySelectorAll<HTMLElement>(
      `tr:not(.tb-group) > [data-column="${shown.indexOf(id) + 1}"]`,
    );
    const width = cells && fittingWidth(cells);
    if (width) set(id, width);
  };
  const widen = (id: ColumnId, direction: 1 | -1) => {
    const width = widthOf(id) + direction * STEP;
    set(id, width);
    setTold(t('widthTold', { column: t(`column.${id}`), width: Math.round(width) }));
  };
  const move = (id: ColumnId, place: number): readonly ColumnId[] => {
    const moved = withColumnAt(shown, id, place);
    change({ columns: columnsAddress(moved) });
    setTold(t('placeTold', { column: t(`column.${id}`), place: moved.indexOf(id) + 1, of: moved.length }));
    return moved;
  };
  return { widthOf, set, fit, widen, move, told };
}

export type Columns = ReturnType<typeof useColumns>;
