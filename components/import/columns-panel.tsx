'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblems } from '@/components/form/form-problems';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { Cell, HeaderCell, Table } from '@/components/ui/table';
import { importOperations } from '@/lib/import/operations';
import type { ImportDetail } from '@/lib/import/schema';
import { LONG_MS } from './import-address';
import { useImportWords } from './import-words';

/** What each column of the file is taken for, to be changed as long as nothing was written. */
export function ColumnsPanel({ detail, canEdit }: { detail: ImportDetail; canEdit: boolean }) {
  const t = useTranslations('import.columns');
  const { columns, fields, kind, isRemembered } = detail;
  const words = useImportWords(kind);
  const taken = columns.map(({ field }) => field ?? '');
  const [chosen, setChosen] = useState(taken);
  const { run, isPending, errors, failed } = useOperation(importOperations.change, { patience: LONG_MS });
  const missing = fields.filter(({ key, isRequired }) => isRequired && !chosen.includes(key));
  const choose = (index: number, field: string) =>
    setChosen((before) =>
      // One field stands in one column.
      before.map((each, at) => (at === index ? field : each === field ? '' : each)),
    );
  const save = () =>
    run({
      importId: detail.id,
      version: detail.version,
      mapping: Object.fromEntries(chosen.map((field, index) => [String(index), field || null])),
    });
  const unread = taken.filter((field) => field === '').length;
  const isChanged = chosen.some((field, index) => field !== taken[index]);
  return (
    <details className="rounded-lg border border-line" open={missing.length > 0 || undefined}>
      <summary className="cursor-pointer px-5 py-3 max-sm:px-4">
        <span className="font-bold">{t('title')}</span>{' '}
        <span className="text-sm text-ink-2">
          {t('summary', { read: taken.length - unread, unread })} {isRemembered && t('remembered')}
        </span>
      </summary>
      <div className="grid gap-4 px-5 pb-5 max-sm:px-4">
        <p className="text-sm text-ink-2">{fileWords()}</p>
        <FormProblems errors={errors} failed={failed} />
        <Table caption={t('title')} dense stacked>
          <thead>
            <tr>
              <HeaderCell>{t('heading')}</HeaderCell>
              <HeaderCell>{t('example')}</HeaderCell>
              <HeaderCell>{t('field')}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ heading, example }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place alone
              <tr key={index}>
                <HeaderCell scope="row" className="font-medium">
                  {heading || t('noHeading', { number: index + 1 })}
                </HeaderCell>
                <Cell data-label={t('example')} className="text-ink-2">
                  <span className="break-words">{example}</span>
                </Cell>
                <Cell data-label={t('field')}>
                  <Select
                    label={t('fieldOf', { heading: heading || String(index + 1) })}
                    labelHidden
                    value={chosen[index] ?? ''}
                    disabled={!canEdit}
                    emptyLabel={t('unread')}
                    options={fields.map(({ key, isRequired }) => ({
                      value: key,
                      label: isRequired ? t('requiredField', { field: words.field(key) }) : words.field(key),
                    }))}
                    onChange={(event) => choose(index, event.target.value)}
                  />
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
        {missing.length > 0 && (
          <p className="text-sm text-danger">
            {t('missing', { fields: missing.map(({ key }) => words.field(key)).join(', ') })}
          </p>
        )}
        {canEdit && (
          <div>
            <Button tone="primary" busy={isPending} disabled={!isChanged} onClick={save}>
              {t('save')}
            </Button>
          </div>
        )}
      </div>
    </details>
  );

  function fileWords(): string {
    const { headRow, format, encoding, sheet } = detail;
    const file =
      format === 'xlsx' ? t('workbook', { sheet: sheet ?? '' }) : t('text', { encoding: encoding ?? '' });
    return `${file} ${headRow === null ? t('noHead') : t('head', { row: headRow })}`;
  }
}
