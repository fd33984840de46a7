'use client';

import { ArrowDown, ArrowUp, Columns3, Rows3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useColumnWidths } from '@/components/ui/column-widths';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { Popover } from '@/components/ui/popover';
import { useAddress } from '../filter/address-context';
import {
  COLUMN_IDS,
  type ColumnId,
  columnsAddress,
  FIXED,
  GROUP_COLUMNS,
  groupColumn,
  shownColumns,
  widthsKey,
  withColumnAt,
} from './table-columns';

/** By what rows are grouped, and which columns stand in which order. */
export function TableOptions({ slug }: { slug: string }) {
  const t = useTranslations('pair.pipeline.table');
  const { address, change } = useAddress();
  const widths = useColumnWidths(widthsKey(slug));
  const group = groupColumn(address.group);
  const shown = shownColumns(address.columns).filter((id) => !FIXED.includes(id));
  const hidden = COLUMN_IDS.filter((id) => !FIXED.includes(id) && !shown.includes(id));
  const set = (columns: readonly ColumnId[]) => change({ columns: columnsAddress(columns) });
  const toggle = (id: ColumnId) =>
    set(shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id]);
  const shift = (id: ColumnId, by: 1 | -1) => {
    const all = [...FIXED, ...shown];
    set(withColumnAt(all, id, all.indexOf(id) + by));
  };
  return (
    <>
      <Menu
        place="end"
        trigger={
          <>
            <Rows3 aria-hidden="true" size={16} />
            <span className="max-md:sr-only">{group ? t(`column.${group}`) : t('group')}</span>
          </>
        }
        items={[
          {
            id: 'none',
            label: t('ungrouped'),
            checked: group === null,
            onSelect: () => change({ group: '' }),
          },
          ...GROUP_COLUMNS.map((id) => ({
            id,
            label: t(`column.${id}`),
            checked: id === group,
            onSelect: () => change({ group: id }),
          })),
        ]}
      />
      <Popover
        place="end"
        label={t('columns')}
        trigger={
          <>
            <Columns3 aria-hidden="true" size={16} />
            <span className="max-md:sr-only">{t('columns')}</span>
          </>
        }
      >
        <div className="grid w-64 gap-3">
          <p className="text-xs text-ink-2">{t('columnsHint')}</p>
          <ul className="grid">
            {[...shown, ...hidden].map((id) => {
              const at = shown.indexOf(id);
              const column = t(`column.${id}`);
              return (
                <li key={id} className="flex min-h-9 items-center gap-1">
                  <label className="flex flex-1 cursor-pointer items-center gap-2 text-sm">
                    <input
                      type="checkbox"
                      className="ui-check"
                      checked={at >= 0}
                      disabled={at >= 0 && shown.length === 1}
                      onChange={() => toggle(id)}
                    />
                    {column}
                  </label>
                  {at >= 0 && (
                    <>
                      <IconButton
                        label={t('moveUp', { column })}
                        tip="none"
                        icon={<ArrowUp aria-hidden="true" size={14} />}
                        disabled={at === 0}
                        onClick={() => shift(id, -1)}
                      />
                      <IconButton
                        label={t('moveDown', { column })}
                        tip="none"
                        icon={<ArrowDown aria-hidden="true" size={14} />}
                        disabled={at === shown.length - 1}
                        onClick={() => shift(id, 1)}
                      />
                    </>
                  )}
                </li>
              );
            })}
          </ul>
          <Button
            size="sm"
            onClick={() => {
              change({ columns: [] });
              widths.reset();
            }}
          >
            {t('resetColumns')}
          </Button>
        </div>
      </Popover>
    </>
  );
}
