'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import type { NamedPerson } from '@/lib/core/shown-name';
import { type NextStepValues, nextStepValues } from '@/lib/pair/rules/edits';
import { useMoveWords } from '../../move/move-words';
import type { CellTexts } from '../cell-text';
import { COLUMN_IDS, type ColumnId } from '../table-columns';
import { withValues } from '../use-pair-edits';
import type { BlockPlan, PlannedRow } from './plan-block';
import { fieldOf } from './read-cell';

type Props = {
  plan: BlockPlan;
  texts: CellTexts;
  personOf: (personId: string) => NamedPerson | null;
};

/** As many lines are shown of each kind; the count says how many there are. */
const SHOWN = 200;

/** Cell by cell: what would be written over what, and what stays as it is and why. */
export function BlockLines({ plan, texts, personOf }: Props) {
  const t = useTranslations('pair.pipeline.table.block');
  const columns = useTranslations('pair.pipeline.table.column');
  const words = useMoveWords();
  const changed = plan.rows.flatMap((row) => changesOf(row, texts, personOf));
  const refused = plan.rows.flatMap(({ pair, refused: cells }) => cells.map((cell) => ({ pair, ...cell })));
  return (
    <>
      {changed.length > 0 && (
        <Lines
          title={t('changes', { count: plan.changes })}
          heads={[t('pair'), t('column'), t('before'), t('after')]}
          more={changed.length - SHOWN}
        >
          {changed.slice(0, SHOWN).map(({ pair, column, from, to }) => (
            <tr key={`${pair.id} ${column}`}>
              <Cell>{words.pairName(pair)}</Cell>
              <Cell>{columns(column)}</Cell>
              <Cell className="text-ink-2">{from || t('blank')}</Cell>
              <Cell className={to ? 'font-medium' : 'text-ink-2'}>{to || t('blank')}</Cell>
            </tr>
          ))}
        </Lines>
      )}
      {refused.length > 0 && (
        <Lines
          title={t('refused', { count: refused.length })}
          heads={[t('pair'), t('column'), t('meant'), t('why')]}
          more={refused.length - SHOWN}
        >
          {refused.slice(0, SHOWN).map(({ pair, column, text, reason }) => (
            <tr key={`${pair.id} ${column}`}>
              <Cell>{words.pairName(pair)}</Cell>
              <Cell>{columns(column)}</Cell>
              <Cell className="break-words">{text.trim() || t('blank')}</Cell>
              <Cell>{t(`reason.${reason}`)}</Cell>
            </tr>
          ))}
        </Lines>
      )}
    </>
  );
}

type LinesProps = { title: string; heads: readonly string[]; more: number; children: ReactNode };

function Lines({ title, heads, more, children }: LinesProps) {
  const t = useTranslations('pair.pipeline.table.block');
  return (
    <section className="grid gap-1" aria-label={title}>
      <h3 className="font-bold">{title}</h3>
      <TableScroll label={title}>
        <Table caption={title} dense className="text-sm">
          <thead>
            <tr>
              {heads.map((head) => (
                <HeaderCell key={head}>{head}</HeaderCell>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </Table>
      </TableScroll>
      {more > 0 && <p className="text-ink-2 text-sm">{t('more', { count: more })}</p>}
    </section>
  );
}

function changesOf({ pair, patch }: PlannedRow, texts: CellTexts, personOf: Props['personOf']) {
  const after = withValues(pair, { ...nextStepValues(pair), ...patch.changes }, personOf);
  return COLUMN_IDS.filter((column) => isChanged(column, patch.changes)).map((column) => ({
    ...{ pair, column, from: texts(column, pair), to: texts(column, after) },
  }));
}

function isChanged(column: ColumnId, changes: Partial<NextStepValues>): boolean {
  const field = fieldOf(column);
  return field !== null && field in changes;
}
