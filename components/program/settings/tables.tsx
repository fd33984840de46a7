'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblems } from '@/components/form/form-problems';
import { RenameDialog } from '@/components/form/rename-dialog';
import { useForm } from '@/components/form/use-form';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { programOperations } from '@/lib/program/operations';
import { tableNames } from '@/lib/program/rules';
import type { TableItem } from '@/lib/program/schema/settings';

/** The tables in use, each with its two jobs; archived ones below, one press away. */
export function TableList({ tables }: { tables: readonly TableItem[] }) {
  const t = useTranslations('program.tables');
  const toast = useToast();
  const archiving = useOperation(programOperations.archiveTable, { tells: 'toast' });
  const restoring = useOperation(programOperations.restoreTable, { tells: 'toast' });
  const [renaming, setRenaming] = useState<TableItem | null>(null);
  const restore = async ({ id: tableId, name }: TableItem) => {
    if ((await restoring.run({ tableId })).ok) toast({ text: t('restored', { name }) });
  };
  const archive = async (table: TableItem) => {
    const answer = await archiving.run({ tableId: table.id });
    if (answer.ok) toast({ text: t('archived', { name: table.name }), undo: () => restore(table) });
  };
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
      {renaming && (
        <RenameDialog
          title={t('rename')}
          label={t('name')}
          name={renaming.name}
          maxLength={40}
          operation={programOperations.renameTable}
          input={(name) => ({ tableId: renaming.id, name })}
          onClose={() => setRenaming(null)}
          done={() => toast({ text: t('renamed') })}
        />
      )}
    </>
  );
}

/** `1-15` becomes fifteen tables; what will be made is read before it is made. */
export function TableAdder() {
  const t = useTranslations('program.tables');
  const toast = useToast();
  const form = useForm({
    initial: { names: '' },
    operation: programOperations.addTables,
    input: ({ names }) => ({ names: tableNames(names) }),
    done: ({ tables }) => {
      form.reset();
      toast({ text: t('added', { count: tables.length }) });
    },
  });
  const names = tableNames(form.values.names);
  const shown = names.length > 6 ? [...names.slice(0, 4), '…', names.at(-1)] : names;
  return (
    <form
      {...form.props}
      className="grid max-w-xl gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (names.length > 0) void form.submit();
      }}
    >
      <FormProblems errors={form.problems} failed={form.failed} />
      <div className="flex flex-wrap items-start gap-3">
        <TextInput
          label={t('names')}
          hint={
            names.length > 0 ? t('preview', { count: names.length, names: shown.join(', ') }) : t('namesHint')
          }
          className="min-w-48 flex-1"
          placeholder="1-15"
          {...form.field('names')}
        />
        <Button type="submit" className="mt-6.5" busy={form.busy} disabled={names.length === 0}>
          {t('add')}
        </Button>
      </div>
    </form>
  );
}
