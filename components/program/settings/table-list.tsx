'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '@/components/form/use-act';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { archiveTableAction, restoreTableAction } from '@/lib/program/actions';
import type { TableItem } from '@/lib/program/queries/programs';
import { TableName } from './table-name';

type Props = { slug: string; tables: readonly TableItem[] };

/** The tables in use, each with its two jobs; archived ones below, one press away. */
export function TableList({ slug, tables }: Props) {
  const t = useTranslations('program.tables');
  const act = useAct();
  const [renaming, setRenaming] = useState<TableItem | null>(null);
  const restore = (table: TableItem) =>
    act(
      (key) => restoreTableAction(slug, { tableId: table.id }, key),
      () => ({ text: t('restored', { name: table.name }) }),
    );
  const archive = (table: TableItem) =>
    act(
      (key) => archiveTableAction(slug, { tableId: table.id }, key),
      () => ({
        text: t('archived', { name: table.name }),
        undo: async () => {
          await restore(table);
        },
      }),
    );
  const archived = tables.filter((table) => table.archivedAt !== null);
  return (
    <>
      <ul className="flex flex-wrap gap-2">
        {tables
          .filter((table) => table.archivedAt === null)
          .map((table) => (
            <li
              key={table.id}
              className="flex items-center gap-1 rounded-md border border-line ps-3 tabular-nums"
            >
              <span>{table.name}</span>
              <Menu
                trigger={<Ellipsis aria-hidden="true" size={16} />}
                label={t('menu', { name: table.name })}
                tone="quiet"
                items={[
                  { id: 'rename', label: t('rename'), onSelect: () => setRenaming(table) },
                  { id: 'archive', label: t('archive'), onSelect: () => void archive(table) },
                ]}
              />
            </li>
          ))}
      </ul>
      {archived.length > 0 && (
        <details>
          <summary className="text-sm text-ink-2">{t('archivedCount', { count: archived.length })}</summary>
          <ul className="flex flex-wrap gap-2 pt-2">
            {archived.map((table) => (
              <li key={table.id} className="flex items-center gap-2 rounded-md bg-surface-2 ps-3">
                <span className="text-ink-2">{table.name}</span>
                <Button tone="quiet" size="sm" onClick={() => void restore(table)}>
                  {t('restore')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <TableName slug={slug} table={renaming} onClose={() => setRenaming(null)} />
    </>
  );
}
