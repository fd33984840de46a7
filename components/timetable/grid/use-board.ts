'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { shownName } from '@/lib/core/shown-name';
import { timetableOperations } from '@/lib/timetable/operations';
import type { LegalTarget, TimetableGrid } from '@/lib/timetable/schema/grid';
import type { WishItem } from '@/lib/timetable/schema/wishes';
import { type CellFit, type Chosen, cellFitOf, rowOfPair } from './cell-fit';
import {
  cellKey,
  type Focus,
  type GridIndex,
  gridRows,
  indexOf,
  meetingsByCell,
  type Row,
  type Sides,
  type View,
} from './grid-model';
import type { GridHandle } from './grid-table';
import { useMoves } from './use-moves';
import type { PlanState } from './use-plan';

/** Everything the grid and what stands around it work with: what is shown, what is in hand, where it may go. */
export function useBoard(plan: PlanState, view: View, canEdit: boolean) {
  const t = useTranslations('timetable-grid');
  const locale = useLocale();
  const { grid } = plan;
  const index = useMemo(() => indexOf(grid), [grid]);
  const rows = useMemo(() => gridRows(grid, view, locale, t('noTable')), [grid, view, locale, t]);
  const cells = useMemo(() => meetingsByCell(grid.meetings, view), [grid.meetings, view]);
  const moves = useMoves(plan, index);
  const { chosen, targets, choose } = useChoice(plan, index);
  const [focus, setFocus] = useState<Focus>({ row: 0, slot: 0 });
  const handle = useRef<GridHandle>(null);

  const at = useCallback(
    (to: Focus) => {
      const row = rows[Math.min(to.row, rows.length - 1)];
      const slot = grid.slots[Math.min(to.slot, grid.slots.length - 1)];
      const here = row && slot ? (cells.get(cellKey(row.id, slot.id)) ?? []) : [];
      return { row, slot, here };
    },
    [rows, grid.slots, cells],
  );
  const fitAt = useCallback(
    (row: Row, slotId: string): CellFit | null => {
      if (!chosen || !canEdit) return null;
      const here = cells.get(cellKey(row.id, slotId)) ?? [];
      return cellFitOf({ grid, index, view, row, slotId, here, chosen, targets });
    },
    [chosen, canEdit, cells, grid, index, view, targets],
  );
  const why = useCallback(
    (now: CellFit | null): string | null => {
      if (now?.kind !== 'blocked') return null;
      if (now.why.key === 'said') return now.why.message;
      if (now.why.key === 'meets') {
        const party = index.name.get(now.why.partyId);
        return t('why.meets', { party: party ? shownName(party, locale) : '–' });
      }
      return t(`why.${now.why.key}`);
    },
    [index, locale, t],
  );
  const go = useCallback((to: Focus) => {
    setFocus(to);
    handle.current?.focus(to);
  }, []);
  /** To the place of a pair, or of its row where it has none. */
  const goTo = useCallback(
    (sides: Sides) => {
      const meeting = index.byPair.get(sides.pairId) ?? null;
      const rowId = rowOfPair(sides, meeting, view);
      const row = rows.findIndex(({ id }) => id === rowId);
      const slot = meeting ? grid.slots.findIndex(({ id }) => id === meeting.slotId) : 0;
      go({ row: Math.max(0, row), slot: Math.max(0, slot) });
    },
    [index, view, rows, grid.slots, go],
  );
  /** Puts the chosen pair where it may go; does nothing elsewhere. */
  const drop = useCallback(
    (row: Row, slotId: string): boolean => {
      const now = fitAt(row, slotId);
      if (!chosen || !now) return false;
      if (now.kind === 'swap' && chosen.meeting) moves.swap(chosen.meeting, now.with);
      else if (now.kind === 'legal' && chosen.meeting) moves.move(chosen.meeting, slotId, now.tableId);
      else if (now.kind === 'legal') moves.place(chosen, slotId, now.tableId);
      else if (now.kind === 'waiting') {
        // The server has not answered yet where it may go: it is asked to put it there, and refuses if it cannot.
        const tableId = view === 'table' ? row.id : undefined;
        if (chosen.meeting) moves.move(chosen.meeting, slotId, tableId);
        else moves.place(chosen, slotId, tableId);
      } else return false;
      choose(null);
      return true;
    },
    [fitAt, chosen, moves, choose, view],
  );
  return {
    plan,
    grid,
    index,
    view,
    canEdit,
    rows,
    cells,
    moves,
    chosen,
    targets,
    choose,
    focus,
    setFocus,
    go,
    goTo,
    handle,
    at,
    fitAt,
    why,
    drop,
  };
}

export type BoardState = ReturnType<typeof useBoard>;

type Targets = ReadonlyMap<string, LegalTarget>;

/** The pair in hand and where it may go: asked of the server anew whenever the plan has changed. */
function useChoice({ grid, ask }: PlanState, index: GridIndex) {
  const [sides, setSides] = useState<Sides | null>(null);
  const [answer, setAnswer] = useState<{ of: TimetableGrid; pairId: string; targets: Targets } | null>(null);
  const pairId = sides?.pairId ?? null;
  useEffect(() => {
    if (!pairId) return;
    const going = new AbortController();
    ask(timetableOperations.getLegalTargets, { pairId }, { signal: going.signal }).then((read) => {
      if (going.signal.aborted || !read.ok) return;
      const targets = new Map(read.value.targets.map((target) => [target.slotId, target]));
      setAnswer({ of: grid, pairId, targets });
    });
    return () => going.abort();
  }, [pairId, grid, ask]);
  const chosen = useMemo<Chosen | null>(
    () => (sides ? { ...sides, meeting: index.byPair.get(sides.pairId) ?? null } : null),
    [sides, index],
  );
  const choose = useCallback((next: Sides | null) => setSides(next), []);
  const targets = answer && answer.pairId === pairId && answer.of === grid ? answer.targets : null;
  return { chosen, targets, choose };
}

export function sidesOf({ pair, startup, investor }: WishItem): Sides {
  return { pairId: pair.id, startupId: startup.id, investorId: investor.id };
}
