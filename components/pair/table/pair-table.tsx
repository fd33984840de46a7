'use client';

import type { Zones } from '@/lib/core/zones';
import './table.css';
import { useTranslations } from 'next-intl';
import { type CSSProperties, useCallback, useMemo, useRef, useState } from 'react';
import { late } from '@/components/ui/late';
import type { PairItem } from '@/lib/pair/schema';
import type { PairFacets } from '@/lib/pair/schema/figures';
import type { BulkKind } from '../bulk/change-frame';
import { SelectionBar } from '../bulk/selection-bar';
import { queryOf } from '../filter/address';
import { useAddress } from '../filter/address-context';
import type { SectorOption } from '../filter/filter-words';
import { MoveDialogs } from '../move/move-dialogs';
import { useBulkMove } from '../move/use-bulk-move';
import { MissingNotice, type PairListProps, usePairList } from '../move/use-pair-list';
import { usePairMoves } from '../move/use-pair-moves';
import { listParams, pairAddresses } from '../pair-address';
import { useBlockEdits } from './block/use-block-edits';
import { useGroupWords } from './group-row';
import { TableBody } from './table-body';
import type { ColumnId } from './table-columns';
import { TableHead } from './table-head';
import { useCellContent } from './use-cell-content';
import { useColumns } from './use-columns';
import { editingOf, type Rights, usePairEdits } from './use-pair-edits';
import { usePairRows } from './use-pair-rows';
import { pairsIn, useCellTexts, useTableClipboard } from './use-table-clipboard';
import { useTableKeys } from './use-table-keys';

const NextStepDialog = late(() => import('../page/next-step-form').then((file) => file.NextStepDialog));
const BulkChange = late(() => import('../bulk/bulk-change').then((file) => file.BulkChange));
const BlockDialog = late(() => import('./block/block-dialog').then((file) => file.BlockDialog));
const BulkDialog = late(() => import('../move/bulk-dialog').then((file) => file.BulkDialog));

/** Read only where somebody pastes an address. */
const NO_EMAILS: ReadonlyMap<string, string> = new Map();

type Props = PairListProps & {
  slug: string;
  /** How many pairs the filter keeps. */
  all: number;
  facets: PairFacets;
  sectors: readonly SectorOption[];
  can: Rights;
  asOf: string;
  zones: Zones;
  baseCurrency: string;
};

/** The same pairs as rows: sorted, grouped and with the columns of the address; edited in place, moved in bulk. */
export function PairTable({
  slug,
  items,
  nextCursor,
  all,
  facets,
  sectors,
  can,
  asOf,
  zones,
  baseCurrency,
}: Props) {
  const t = useTranslations('pair.pipeline.table');
  const { address } = useAddress();
  const { pairs, show, isBroken, again } = usePairList({ items, nextCursor });
  const { table, shown, group } = usePairRows(pairs, baseCurrency);
  const { rows } = table.getRowModel();
  const people = useMemo(() => new Map(facets.people.map((each) => [each.id, each])), [facets.people]);
  const personOf = useCallback((id: string) => people.get(id) ?? null, [people]);
  const moves = usePairMoves({ show });
  const bulkMove = useBulkMove({ show });
  const edits = usePairEdits({ show, personOf });
  const [bulk, setBulk] = useState<BulkKind | 'stage' | null>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const scrollToRow = useRef<(row: number) => void>(() => {});

  const columns = useColumns(slug, shown, scroll);
  const list = JSON.stringify(listParams(queryOf(address)));
  const hrefOf = useMemo(() => pairAddresses(slug, JSON.parse(list)), [slug, list]);
  const content = useCellContent({ hrefOf, sectors, zones, asOf });
  const groupWords = useGroupWords(facets, sectors);
  const isEditable = useCallback(
    (column: ColumnId, pair: PairItem) => editingOf(column, pair, can) !== null,
    [can],
  );
  const keys = useTableKeys({
    rows,
    columns: shown,
    can,
    people: facets.people,
    nobody: t('nobody'),
    scroll,
    save: edits.save,
    scrollTo: (index) => scrollToRow.current(index),
    onHead: columns,
    openMenu: (pair, anchor) => moves.setMenu({ pair, anchor }),
    open: hrefOf,
  });
  const texts = useCellTexts(facets, sectors, { zone: zones[1], baseCurrency });
  const readers = useMemo(
    () => ({ can, texts, people: facets.people, emails: NO_EMAILS }),
    [can, texts, facets.people],
  );
  const blocks = useBlockEdits({ pairs, readers, show });
  const clipboard = useTableClipboard({
    ...{ rows, columns: shown, range: keys.sides, here: keys.here, texts, edits: blocks },
    mayEdit: can.edit || can.assign,
  });
  const selection = table.state.rowSelection;
  const selected = pairs.filter((pair) => selection[pair.id]);
  const select = useCallback(
    (id: string, event: unknown) => table.getRow(id).getToggleSelectedHandler()(event),
    [table],
  );
  const sorted = table.state.sorting;
  const width = shown.reduce((sum, id) => sum + columns.widthOf(id), 2.75);
  const fixed = {
    '--tb-startup': `${columns.widthOf('startup')}rem`,
    '--tb-investor': `${columns.widthOf('investor')}rem`,
  } as CSSProperties;
  return (
    <div className="tb">
      <MissingNotice {...{ all, isBroken }} shown={pairs.length} onAgain={again} />
      <p id="tb-help" className="sr-only">
        {t('help')}
      </p>
      <p role="status" className="sr-only">
        {columns.told}
      </p>
      <p role="status" className="sr-only">
        {keys.sides &&
          t('range', {
            rows: pairsIn(rows, keys.sides).length,
            columns: keys.sides.right - keys.sides.left + 1,
          })}
      </p>
      <p role="status" className="sr-only">
        {clipboard.told}
      </p>
      <div ref={scroll} className="tb-scroll" style={fixed}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are moved through by arrow keys and edited
          role="grid"
          className="tb-table"
          style={{ inlineSize: `${width}rem` }}
          aria-label={t('label')}
          aria-describedby="tb-help"
          aria-rowcount={rows.length + 1}
          aria-colcount={shown.length + 1}
          aria-multiselectable
          {...keys.handlers}
          {...clipboard.handlers}
          onKeyDown={(event) => {
            if (!clipboard.onKeyDown(event)) keys.handlers.onKeyDown(event);
          }}
        >
          <colgroup>
            <col style={{ inlineSize: '2.75rem' }} />
            {shown.map((id) => (
              <col key={id} style={{ inlineSize: `${columns.widthOf(id)}rem` }} />
            ))}
          </colgroup>
          <TableHead
            shown={shown}
            columns={columns}
            sortedBy={(id) => {
              const place = sorted.findIndex((one) => one.id === id);
              const one = sorted[place];
              return one ? { desc: one.desc, place, of: sorted.length } : null;
            }}
            onSort={(id, adds) => table.getColumn(id)?.toggleSorting(undefined, adds)}
            stop={keys.stop.row === -1 ? keys.stop.column : -1}
            selectable={can.edit}
            selection={selected.length === 0 ? 'none' : selected.length === pairs.length ? 'all' : 'some'}
            onSelectAll={(all) => table.toggleAllRowsSelected(all)}
          />
          <TableBody
            rows={rows}
            columns={shown}
            group={group}
            content={content}
            groupWords={groupWords}
            isEditable={isEditable}
            selectable={can.edit}
            selection={selection}
            baseCurrency={baseCurrency}
            scroll={scroll}
            scrollToRow={scrollToRow}
            keys={keys}
            onSelect={select}
          />
        </table>
      </div>
      {selected.length > 0 && (
        <SelectionBar
          count={selected.length}
          canMove={can.move}
          onChange={setBulk}
          onClear={() => table.resetRowSelection(true)}
        />
      )}
      {bulk === 'stage' && (
        <BulkDialog
          pairs={selected}
          progress={bulkMove.progress}
          onClose={() => setBulk(null)}
          onMove={async (going, stage, reason) => {
            const isDone = await bulkMove.moveMany(going, stage, reason);
            if (isDone) table.resetRowSelection(true);
            return isDone;
          }}
        />
      )}
      {bulk && bulk !== 'stage' && (
        <BulkChange
          kind={bulk}
          pairs={selected}
          people={facets.people}
          show={show}
          onClose={() => setBulk(null)}
          onDone={() => table.resetRowSelection(true)}
        />
      )}
      <MoveDialogs moves={moves} zone={zones[1]} />
      {blocks.block && (
        <BlockDialog
          block={blocks.block}
          edits={blocks}
          onClose={blocks.close}
          {...{ pairs, readers, personOf }}
        />
      )}
      {edits.dispute && (
        <NextStepDialog
          key={edits.dispute.key}
          pair={edits.dispute.pair}
          typed={edits.dispute.typed}
          people={facets.people}
          canAssign={can.assign}
          onClose={edits.settle}
          onSaved={show}
        />
      )}
    </div>
  );
}
