'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isShortcut } from '@/components/shell/shortcuts';
import { late } from '@/components/ui/late';
import { useToast } from '@/components/ui/toast';
import { slotName } from '../names';
import { ChosenBar } from './chosen-bar';
import { type Focus, nextFocus } from './grid-model';
import { GridTable } from './grid-table';
import type { BoardState } from './use-board';

const DragLayer = late(() => import('./drag-layer').then((file) => file.DragLayer));

type Props = {
  board: BoardState;
  /** Opens the form with what the focus stands on. */
  onForm: (at: { pairId?: string; slotId?: string; tableId?: string }) => void;
  onWhyNot: (pairId: string) => void;
};

/** The grid with its keys, clicks and drags, the pair in hand above it, and what the focus stands on below. */
export function GridBoard({ board, onForm, onWhyNot }: Props) {
  const t = useTranslations('timetable-grid');
  const locale = useLocale();
  const toast = useToast();
  const { grid, view, canEdit, chosen, choose, focus, moves } = board;
  const [area, setArea] = useState<HTMLElement | null>(null);
  const justDragged = useRef(false);
  useEffect(() => setArea(canEdit ? (board.handle.current?.node() ?? null) : null), [canEdit, board.handle]);

  const here = board.at(focus);
  const now = here.row && here.slot ? board.fitAt(here.row, here.slot.id) : null;
  const act = (to: Focus) => {
    const { row, slot, here: meetings } = board.at(to);
    if (!row || !slot) return;
    const [meeting] = meetings;
    if (chosen) {
      if (chosen.pairId === meeting?.pairId) return choose(null);
      if (board.drop(row, slot.id)) return;
      const why = board.why(board.fitAt(row, slot.id));
      if (why) toast({ tone: 'danger', text: why });
      return;
    }
    if (meeting) choose(meeting);
  };
  const openForm = () => {
    const { row, slot } = here;
    onForm({
      ...(slot ? { slotId: slot.id } : {}),
      ...(view === 'table' && row ? { tableId: row.id } : {}),
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as HTMLElement).matches('[data-cell]') || event.altKey || event.metaKey) return;
    const size = { rows: board.rows.length, slots: grid.slots.length };
    const next = nextFocus(event, focus, size);
    const [meeting] = here.here;
    if (next) board.go(next);
    else if (event.ctrlKey) return;
    else if (isShortcut(event, 'timetable.act')) {
      if (canEdit && !chosen && !meeting) openForm();
      else act(focus);
    } else if (isShortcut(event, 'timetable.drop') && chosen) choose(null);
    else if (isShortcut(event, 'timetable.lock') && canEdit && meeting)
      moves.lock({ pairIds: [meeting.pairId] });
    else if (isShortcut(event, 'timetable.remove') && canEdit && meeting && !meeting.isPast) {
      if (chosen?.pairId === meeting.pairId) choose(null);
      moves.remove(meeting);
    } else return;
    event.preventDefault();
  };
  const lockRow = (id: string) => {
    if (view !== 'table') moves.lock({ party: { kind: view, id } });
  };
  const status = () => {
    if (!here.row || !here.slot) return '';
    const place = t('line.place', { row: here.row.name, when: slotName(here.slot, grid.setup, locale) });
    const [meeting] = here.here;
    const why = board.why(now);
    if (why) return t('line.blocked', { place, why });
    if (now?.kind === 'legal') return t('line.legal', { place });
    if (now?.kind === 'swap') return t('line.swap', { place, pair: moves.nameOf(now.with) });
    if (meeting) return t('line.meeting', { place, pair: moves.nameOf(meeting), weight: meeting.weight });
    return place;
  };
  return (
    <div className="grid min-w-0 gap-2">
      <ChosenBar board={board} onForm={onForm} onWhyNot={onWhyNot} />
      <GridTable
        handle={board.handle}
        label={t('gridLabel', { name: grid.timetable.name })}
        {...{ grid, view, focus }}
        index={board.index}
        rows={board.rows}
        cells={board.cells}
        chosenPair={chosen?.pairId ?? null}
        fitAt={chosen && canEdit ? board.fitAt : undefined}
        why={board.why}
        onKeyDown={onKeyDown}
        onCell={(to) => {
          board.setFocus(to);
          if (justDragged.current) justDragged.current = false;
          else act(to);
        }}
        onLockSlot={canEdit ? (slotId) => moves.lock({ slotId }) : undefined}
        onLockRow={canEdit ? lockRow : undefined}
      />
      <p className="tg-line no-print" aria-live="polite">
        {status()}
      </p>
      {canEdit && area && (
        <DragLayer
          area={area}
          onStart={(pairId) => {
            const meeting = board.index.byPair.get(pairId);
            if (!meeting || meeting.isPast) return false;
            choose(meeting);
            return true;
          }}
          onDrop={(cell) => {
            justDragged.current = true;
            setTimeout(() => {
              justDragged.current = false;
            }, 50);
            const [rowId, slotId] = cell?.split(' ') ?? [];
            const row = board.rows.find(({ id }) => id === rowId);
            if (!row || !slotId) return choose(null);
            if (board.drop(row, slotId)) return;
            const why = board.why(board.fitAt(row, slotId));
            if (why) toast({ tone: 'danger', text: why });
            choose(null);
          }}
        />
      )}
    </div>
  );
}
