'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import type { Conflict } from '@/lib/core/merge';
import type { FormValues } from './use-form';

type Props = {
  form: { conflicts: readonly Conflict[]; values: FormValues; takeTheirs: (field: string) => void };
  label: (field: string) => string;
  /** A value as its reader knows it: a sector's name instead of its key. */
  show?: (field: string, value: unknown) => string;
};

/** Mine, theirs and the original side by side; saving again keeps mine, one press takes theirs. */
export function ConflictPanel({ form, label, show = (_, value) => String(value) }: Props) {
  const t = useTranslations('common.conflict');
  if (form.conflicts.length === 0) return null;
  const words = (field: string, value: unknown) =>
    value === null || value === undefined || value === '' ? t('empty') : show(field, value);
  return (
    <div role="alert" className="grid min-w-0 grid-cols-1">
      <Notice tone="warn" title={t('title')}>
        <p>{t('text')}</p>
        <TableScroll label={t('caption')}>
          <Table caption={t('caption')} dense>
            <thead>
              <tr>
                <HeaderCell>{t('field')}</HeaderCell>
                <HeaderCell>{t('mine')}</HeaderCell>
                <HeaderCell>{t('theirs')}</HeaderCell>
                <HeaderCell>{t('original')}</HeaderCell>
                <HeaderCell>
                  <span className="sr-only">{t('useTheirs')}</span>
                </HeaderCell>
              </tr>
            </thead>
            <tbody>
              {form.conflicts.map(({ field, theirs, original }) => (
                <tr key={field}>
                  <HeaderCell scope="row">{label(field)}</HeaderCell>
                  <Cell>{words(field, form.values[field])}</Cell>
                  <Cell className="font-medium">{words(field, theirs)}</Cell>
                  <Cell>{words(field, original)}</Cell>
                  <Cell>
                    <Button size="sm" onClick={() => form.takeTheirs(field)}>
                      {t('useTheirs')}
                      <span className="sr-only"> {label(field)}</span>
                    </Button>
                  </Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        </TableScroll>
      </Notice>
    </div>
  );
}
