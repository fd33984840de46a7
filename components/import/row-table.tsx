'use client';

import { useTranslations } from 'next-intl';
import { Cell, HeaderCell, Table } from '@/components/ui/table';
import type { ImportDetail } from '@/lib/import/schema';
import { EditRow } from './edit-row';
import type { ShownRow } from './import-address';
import { RowChanges } from './row-changes';
import { RowProblems } from './row-problems';

type Props = { detail: ImportDetail; rows: readonly ShownRow[]; canEdit: boolean; caption: string };

/** Rows of the file with what each would do; what is wrong is corrected in its place. */
export function RowTable({ detail, rows, canEdit, caption }: Props) {
  const t = useTranslations('import.rows');
  const [first] = detail.fields.filter(({ isRequired }) => isRequired);
  return (
    <Table caption={caption} dense stacked>
      <thead>
        <tr>
          <HeaderCell className="w-16">{t('number')}</HeaderCell>
          <HeaderCell className="w-1/4">{t('row')}</HeaderCell>
          <HeaderCell>{t('result')}</HeaderCell>
          {canEdit && (
            <HeaderCell className="w-12">
              <span className="sr-only">{t('actions')}</span>
            </HeaderCell>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number} data-row={row.number} className="align-top">
            <Cell className="text-ink-2 tabular-nums">
              <span className="sm:hidden">{t('number')} </span>
              {row.number}
            </Cell>
            <HeaderCell scope="row" className="font-medium break-words">
              {nameOf(row)}
              {row.target && row.target.name !== nameOf(row) && (
                <span className="block text-sm font-normal text-ink-2">
                  {t('matches', { name: row.target.name })}
                </span>
              )}
            </HeaderCell>
            <Cell>
              {row.problems.length > 0 ? (
                <RowProblems {...{ detail, row, canEdit }} />
              ) : (
                <RowChanges kind={detail.kind} row={row} />
              )}
            </Cell>
            {canEdit && (
              <Cell className="text-end">
                <EditRow {...{ detail, row }} />
              </Cell>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );

  /** Rows that name two sides are known by both. */
  function nameOf({ cells, target }: ShownRow): string {
    const sides = ['startup', 'investor'].flatMap((side) => cells[side] || []);
    return (sides.length > 1 ? sides.join(' × ') : cells[first?.key ?? '']) || target?.name || '–';
  }
}
