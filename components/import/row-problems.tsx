'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { controlClass } from '@/components/ui/field';
import type { ImportDetail } from '@/lib/import/schema';
import type { ShownRow } from './import-address';
import { useImportWords } from './import-words';
import { RowChanges } from './row-changes';
import { useMend } from './use-mend';

type Problem = ShownRow['problems'][number];
type Props = { detail: ImportDetail; row: ShownRow; canEdit: boolean };

/** Why a row waits, cell by cell: each can be corrected in its place, or the question answered. */
export function RowProblems({ detail, row, canEdit }: Props) {
  const words = useImportWords(detail.kind);
  const { mend, isPending } = useMend(detail.id, row.number);
  const columns = new Set(detail.columns.map(({ field }) => field));
  return (
    <div className="grid gap-3">
      {row.problems.map((problem, index) => (
        <div key={`${problem.field} ${problem.reason}`} className="grid gap-1.5">
          <p className="text-sm">
            {problem.field && <span className="font-medium">{words.field(problem.field)}: </span>}
            {row.texts[index]}
          </p>
          {canEdit && (
            <>
              <Choices {...{ problem, isPending }} onChoose={(decision) => mend({ decision })} />
              {problem.field && columns.has(problem.field) && row.verdict === 'rejected' && (
                <CellForm
                  key={row.cells[problem.field] ?? ''}
                  label={`${words.field(problem.field)}, ${row.number}`}
                  value={row.cells[problem.field] ?? ''}
                  readings={problem.readings ?? []}
                  isPending={isPending}
                  onSave={(text) => mend({ cells: { [problem.field as string]: text } })}
                />
              )}
            </>
          )}
        </div>
      ))}
      {row.changes.length > 0 && <RowChanges kind={detail.kind} row={row} />}
    </div>
  );
}

type ChoicesProps = { problem: Problem; isPending: boolean; onChoose: (decision: string) => void };

const WORDS = ['confirm', 'create', 'skip'] as const;

/** The record that is meant, a new one, or none. */
function Choices({ problem: { choices = [] }, isPending, onChoose }: ChoicesProps) {
  const t = useTranslations('import.choice');
  if (choices.length === 0) return null;
  const labelOf = (decision: string, name = '') => {
    const word = WORDS.find((each) => each === decision);
    return word ? t(word) : t('record', { name });
  };
  return (
    <span className="flex flex-wrap gap-2">
      {choices.map(({ decision, name }) => (
        <Button
          key={decision}
          size="sm"
          busy={isPending}
          className="max-w-full whitespace-normal"
          onClick={() => onChoose(decision)}
        >
          {labelOf(decision, name)}
        </Button>
      ))}
    </span>
  );
}

type CellFormProps = {
  label: string;
  value: string;
  readings: readonly string[];
  isPending: boolean;
  onSave: (text: string) => Promise<boolean>;
};

/** One cell as it stands in the file; what it may mean is a press away. */
function CellForm({ label, value, readings, isPending, onSave }: CellFormProps) {
  const t = useTranslations('import.rows');
  const id = useId();
  const [text, setText] = useState(value);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const next = event.currentTarget.closest('tr')?.nextElementSibling?.querySelector<HTMLElement>('input');
    // The row leaves this list once it can be read: the next one waits for the same hands.
    if (await onSave(text)) next?.focus();
  };
  return (
    <form onSubmit={save} className="flex max-w-md flex-wrap items-center gap-2">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        value={text}
        className={`${controlClass} max-w-64 flex-1`}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" size="sm" busy={isPending} disabled={text === value}>
        {t('correct')}
      </Button>
      {readings.map((reading) => (
        <Button key={reading} size="sm" busy={isPending} onClick={() => void onSave(reading)}>
          {reading}
        </Button>
      ))}
    </form>
  );
}
