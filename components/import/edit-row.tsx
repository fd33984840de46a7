'use client';

import { Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { DialogButtons } from '@/components/form/form-buttons';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import { TextInput } from '@/components/ui/text-input';
import type { ImportDetail } from '@/lib/import/schema';
import type { ShownRow } from './import-address';
import { useImportWords } from './import-words';
import { useMend } from './use-mend';

/** All cells of a row that are read, and what was said of it. */
export function EditRow({ detail, row }: { detail: ImportDetail; row: ShownRow }) {
  const t = useTranslations('import.rows');
  const words = useImportWords(detail.kind);
  const [isOpen, setOpen] = useState(false);
  const { mend, isPending } = useMend(detail.id, row.number);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const changed = Object.keys(row.cells).filter((field) => typed.get(field) !== row.cells[field]);
    const cells = Object.fromEntries(changed.map((field) => [field, String(typed.get(field) ?? '')]));
    if (changed.length === 0 || (await mend({ cells }))) setOpen(false);
  };
  const decide = async (decision: string | null) => {
    if (await mend({ decision })) setOpen(false);
  };
  return (
    <>
      <IconButton
        label={t('edit', { row: row.number })}
        tip="none"
        icon={<Pencil aria-hidden="true" size={16} />}
        onClick={() => setOpen(true)}
      />
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t('editTitle', { row: row.number })}
        locked={isPending}
      >
        <form onSubmit={save} className="grid gap-4 pb-4">
          {Object.entries(row.cells).map(([field, text]) => (
            <TextInput
              key={field}
              name={field}
              label={words.field(field)}
              defaultValue={text}
              error={problemOf(field)}
            />
          ))}
          <div className="flex flex-wrap gap-2">
            {row.decision === null ? (
              row.verdict !== 'same' && (
                <Button size="sm" busy={isPending} onClick={() => decide('skip')}>
                  {t('skip')}
                </Button>
              )
            ) : (
              <Button size="sm" busy={isPending} onClick={() => decide(null)}>
                {t('decideAgain')}
              </Button>
            )}
          </div>
          <DialogButtons busy={isPending} save={t('saveRow')} onCancel={() => setOpen(false)} />
        </form>
      </Dialog>
    </>
  );

  function problemOf(field: string): string | undefined {
    return row.texts[row.problems.findIndex((problem) => problem.field === field)];
  }
}
