'use client';

import type { Zones } from '@/lib/core/zones';
import './board.css';
import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { ChevronsLeft, ChevronsRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { STAGES, type Stage } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { queryOf } from '../filter/address';
import { useAddress } from '../filter/address-context';
import { MoveDialogs } from '../move/move-dialogs';
import { useMoveWords } from '../move/move-words';
import { MissingNotice, type PairListProps, usePairList } from '../move/use-pair-list';
import { usePairMoves } from '../move/use-pair-moves';
import { listParams, pairAddresses } from '../pair-address';
import { compareBy, comparisons } from '../table/compare-pairs';
import { BoardCard, CardFace } from './board-card';
import { BoardColumn, byColumns, underPointer } from './board-column';
import { type ColumnKey, columnOf, toColumns } from './board-sums';

type Props = PairListProps & {
  slug: string;
  /** How many pairs the filter keeps. */
  all: number;
  can: { move: boolean };
  /** The day in force, YYYY-MM-DD. */
  asOf: string;
  baseCurrency: string;
  zones: Zones;
};

const CLOSING = ['passed', 'withdrawn'] as const;

/** The same pairs as columns of cards, a column a stage; what is closed is folded away at the end. */
export function PairBoard({ slug, items, nextCursor, all, can, asOf, baseCurrency, zones }: Props) {
  const t = useTranslations('pair.pipeline.board');
  const locale = useLocale();
  const words = useMoveWords();
  const { address } = useAddress();
  const { pairs, show, isBroken, again } = usePairList({ items, nextCursor });
  const [unfolded, setUnfolded] = useState(false);
  const [dragged, setDragged] = useState<PairItem | null>(null);
  const [follow, setFollow] = useState<string | null>(null);
  const moves = usePairMoves({ show });
  const { setMenu } = moves;
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: byColumns }),
  );
  const sorting = address.sort.join() || 'nextStepOn';
  const columns = useMemo(() => {
    const compare = compareBy(sorting.split(','), comparisons(locale, baseCurrency));
    return toColumns(pairs.toSorted(compare));
  }, [pairs, sorting, locale, baseCurrency]);

  const list = JSON.stringify(listParams(queryOf(address)));
  const hrefOf = useMemo(() => pairAddresses(slug, JSON.parse(list)), [slug, list]);
  const renderCard = useCallback(
    (pair: PairItem) => (
      <BoardCard
        pair={pair}
        href={hrefOf(pair.id)}
        asOf={asOf}
        canMove={can.move}
        onMenu={(one, anchor) => setMenu({ pair: one, anchor })}
      />
    ),
    [hrefOf, asOf, can.move, setMenu],
  );
  const drop = ({ active, over, activatorEvent }: DragEndEvent) => {
    const pair = dragged;
    setDragged(null);
    if (!pair || !over || active.id !== pair.id) return;
    if (activatorEvent instanceof KeyboardEvent) setFollow(pair.id);
    const status = CLOSING.find((one) => one === over.id);
    if (status) return void moves.changeStatus(pair, status);
    const stage = STAGES.find((one) => one === over.id);
    if (stage && stage !== columnOf(pair)) void moves.move(pair, stage);
  };
  const place = (id: unknown) => {
    const stage = STAGES.find((one) => one === id);
    const status = CLOSING.find((one) => one === id);
    return stage ? words.stage(stage) : status ? words.status(status) : null;
  };
  const nameOf = (data: unknown) => words.pairName((data as { pair: PairItem }).pair);
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      const { pair } = active.data.current as { pair: PairItem };
      return t('picked', { pair: words.pairName(pair), stage: words.standing(pair) });
    },
    onDragOver: ({ over }) => {
      const stage = place(over?.id);
      return stage ? t('over', { stage }) : t('overNothing');
    },
    onDragEnd: ({ active, over }) => {
      const stage = place(over?.id);
      return stage ? t('dropped', { stage }) : t('cancelled', { pair: nameOf(active.data.current) });
    },
    onDragCancel: ({ active }) => t('cancelled', { pair: nameOf(active.data.current) }),
  };
  const column = (key: ColumnKey) => ({
    key,
    column: key,
    pairs: columns[key],
    baseCurrency,
    follow,
    dragged: dragged && columnOf(dragged) === key ? dragged.id : null,
    renderCard,
  });
  const fold = (
    <IconButton
      label={t(unfolded ? 'fold' : 'unfold')}
      icon={
        unfolded ? (
          <ChevronsRight aria-hidden="true" size={16} />
        ) : (
          <ChevronsLeft aria-hidden="true" size={16} />
        )
      }
      tip="none"
      aria-expanded={unfolded}
      onClick={() => setUnfolded(!unfolded)}
    />
  );
  return (
    <DndContext
      id="board"
      sensors={sensors}
      collisionDetection={underPointer}
      autoScroll={{ threshold: { x: 0.12, y: 0 } }}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('help') } }}
      onDragStart={({ active }) => setDragged((active.data.current as { pair: PairItem }).pair)}
      onDragCancel={() => setDragged(null)}
      onDragEnd={drop}
    >
      <MissingNotice {...{ all, isBroken }} shown={pairs.length} onAgain={again} />
      <div className="bd" data-unfolded={unfolded || undefined} data-dragging={dragged ? '' : undefined}>
        {STAGES.map((stage: Stage) => (
          <BoardColumn {...column(stage)} key={stage} />
        ))}
        <BoardColumn
          {...column('closed')}
          key="closed"
          actions={fold}
          zones={
            dragged && columnOf(dragged) !== 'closed' ? (
              <div className="bd-zones">
                {CLOSING.map((status) => (
                  <ClosingZone key={status} status={status} label={words.status(status)} />
                ))}
              </div>
            ) : undefined
          }
        />
      </div>
      <DragOverlay dropAnimation={dragged ? { duration: 180, easing: 'cubic-bezier(0.2, 0, 0, 1)' } : null}>
        {dragged && (
          <div className="bd-card" data-overlay>
            <CardFace pair={dragged} asOf={asOf} />
          </div>
        )}
      </DragOverlay>
      <MoveDialogs moves={moves} zone={zones[1]} onMove={({ id }) => setFollow(id)} />
    </DndContext>
  );
}

function ClosingZone({ status, label }: { status: (typeof CLOSING)[number]; label: string }) {
  const { setNodeRef, isOver } = useDroppable({ id: status });
  return (
    <p ref={setNodeRef} className="bd-zone" data-over={isOver || undefined}>
      {label}
    </p>
  );
}
