'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { Failure } from '@/components/form/call';
import { CancelOrSave } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useRead } from '@/components/form/use-read';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { pastedCells } from '@/components/ui/pasted-table';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { DayOrder } from '@/lib/core/day-input';
import type { NamedPerson } from '@/lib/core/shown-name';
import type { PairItem } from '@/lib/pair/schema';
import { personOperations } from '@/lib/person/operations';
import { useMoveWords } from '../../move/move-words';
import { BlockLines } from './block-lines';
import { type MeantBlock, type PastedBlock, pasteBlock } from './mean-block';
import { editsOf, planBlock } from './plan-block';
import type { Readers } from './read-cell';
import { type BlockEdits, MOST_EDITS } from './use-block-edits';

type Props = {
  block: MeantBlock | PastedBlock;
  pairs: readonly PairItem[];
  readers: Readers;
  personOf: (personId: string) => NamedPerson | null;
  edits: Pick<BlockEdits, 'apply' | 'isBusy'>;
  onClose: () => void;
};

const ORDERS = ['ymd', 'dmy', 'mdy'] as const satisfies readonly DayOrder[];

/** What a block of cells would change and what it would not, before anything is written. */
export function BlockDialog({ block: given, pairs, readers, personOf, edits, onClose }: Props) {
  const t = useTranslations('pair.pipeline.table.block');
  const words = useMoveWords();
  const block = useMemo(() => ('pasted' in given ? readPasted(given) : given), [given]);
  const [dayOrder, setDayOrder] = useState<DayOrder>();
  const [failure, setFailure] = useState<Failure | null>(null);
  const emails = useEmails(block);
  const plan = useMemo(() => {
    const known = new Map(pairs.map((pair) => [pair.id, pair]));
    return planBlock(block.rows, known, { ...readers, emails, dayOrder });
  }, [block, pairs, readers, emails, dayOrder]);
  const [asked] = useState(plan.asksDayOrder);
  const isTooMany = editsOf(plan).length > MOST_EDITS;
  const apply = async () => {
    const sent = plan.rows.filter(({ patch }) => Object.keys(patch.changes).length > 0);
    const answer = await edits.apply(plan);
    if (answer.ok) return;
    // Each refusal names the pair that it is about by its place among those that were sent.
    const errors = answer.errors.map((error) => {
      const row = sent[Number(error.field[1])];
      return row
        ? { ...error, message: t('ofPair', { pair: words.pairName(row.pair), why: error.message }) }
        : error;
    });
    setFailure({ ...answer, errors });
  };
  const footer = (
    <CancelOrSave
      save={t('apply', { count: plan.changes })}
      busy={edits.isBusy}
      disabled={plan.changes === 0 || isTooMany}
      onCancel={onClose}
      onSave={apply}
    />
  );
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      locked={edits.isBusy}
      title={t('title')}
      description={t('text', { changes: plan.changes, refusals: plan.refusals })}
      footer={footer}
    >
      <div className="grid gap-4 pb-1">
        {failure && <FormProblems errors={failure.errors} failed={failure.failed ?? null} />}
        {isTooMany && <Notice tone="warn">{t('tooMany', { most: MOST_EDITS })}</Notice>}
        {block.outside > 0 && <Notice tone="warn">{t('outside', { count: block.outside })}</Notice>}
        {(asked || plan.asksDayOrder) && (
          <div className="flex flex-wrap items-center gap-3">
            <span className="font-medium">{t('dayOrder')}</span>
            <SegmentedControl
              label={t('dayOrder')}
              name="day-order"
              value={dayOrder ?? ''}
              items={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
              onChange={(event) => setDayOrder(ORDERS.find((each) => each === event.target.value))}
            />
          </div>
        )}
        <BlockLines plan={plan} texts={readers.texts} personOf={personOf} />
      </div>
    </Dialog>
  );
}

function readPasted({ pasted, pairs, columns, range }: PastedBlock): MeantBlock {
  return pasteBlock(pastedCells(pasted), pairs, columns, range);
}

/** Who has which address; read only where somebody has pasted one. */
function useEmails(block: MeantBlock): ReadonlyMap<string, string> {
  const isNamed = block.rows.some(({ cells }) => cells.some(({ text }) => text.includes('@')));
  const members = useRead(personOperations.listMembers, isNamed ? {} : null);
  return useMemo(
    () =>
      new Map(
        members.at === 'ready'
          ? members.value.items.map(({ email, personId }) => [email.toLowerCase(), personId])
          : [],
      ),
    [members],
  );
}
