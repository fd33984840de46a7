'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { timetableOperations } from '@/lib/timetable/operations';
import type { GridMeeting } from '@/lib/timetable/schema/grid';
import { pairName, slotName } from '../names';
import type { GridIndex, Sides } from './grid-model';
import {
  type LockOf,
  lockedBy,
  withLocked,
  withMoved,
  withPlaced,
  withRemoved,
  withSwapped,
} from './plan-changes';
import type { PlanState } from './use-plan';

/** What an officer does to a plan by hand; each shows what it did and can be undone. */
export function useMoves({ grid, change }: PlanState, index: GridIndex) {
  const t = useTranslations('timetable-grid.plan');
  const locale = useLocale();
  return useMemo(() => {
    const nobody = { name: '–' };
    const nameOf = (sides: Sides) =>
      pairName(
        {
          startup: index.name.get(sides.startupId) ?? nobody,
          investor: index.name.get(sides.investorId) ?? nobody,
        },
        locale,
      );
    const when = (slotId: string) => {
      const slot = grid.slots.find((each) => each.id === slotId);
      return slot ? slotName(slot, grid.setup, locale) : '';
    };
    const unplace = (pairId: string) =>
      change({
        show: (now) => withRemoved(now, pairId),
        operation: timetableOperations.removeFromDraft,
        input: { pairId: pairId },
      });
    const place = (sides: Sides, slotId: string, tableId?: string | null) =>
      change({
        show: (now) => withPlaced(now, sides, { slotId, tableId: tableId ?? null }),
        operation: timetableOperations.placeMeeting,
        input: { pairId: sides.pairId, slotId, tableId },
        done: t('placed', { pair: nameOf(sides), when: when(slotId) }),
        undo: () => unplace(sides.pairId),
      });
    const move = (meeting: GridMeeting, slotId: string, tableId?: string | null) => {
      const to = tableId === undefined ? meeting.tableId : tableId;
      change({
        show: (now) => withMoved(now, meeting.pairId, { slotId, tableId: to }),
        operation: timetableOperations.moveInDraft,
        input: { pairId: meeting.pairId, slotId, tableId },
        done: t('moved', { pair: nameOf(meeting), when: when(slotId) }),
        undo: () =>
          change({
            show: (now) => withMoved(now, meeting.pairId, meeting),
            operation: timetableOperations.moveInDraft,
            input: placeOf(meeting),
          }),
      });
    };
    const swap = (one: GridMeeting, other: GridMeeting) => {
      const exchange = {
        operation: timetableOperations.swapMeetings,
        input: { pairId: one.pairId, withPairId: other.pairId },
      };
      change({
        show: (now) => withSwapped(now, one, other),
        ...exchange,
        done: t('swapped', { one: nameOf(one), other: nameOf(other) }),
        undo: () =>
          change({
            show: (now) => withMoved(withMoved(now, one.pairId, one), other.pairId, other),
            ...exchange,
          }),
      });
    };
    const remove = (meeting: GridMeeting) =>
      change({
        show: (now) => withRemoved(now, meeting.pairId),
        operation: timetableOperations.removeFromDraft,
        input: { pairId: meeting.pairId },
        done: t('removed', { pair: nameOf(meeting) }),
        undo: () =>
          change({
            show: (now) => withPlaced(now, meeting, meeting),
            operation: timetableOperations.placeMeeting,
            input: placeOf(meeting),
          }),
      });
    const lock = (of: LockOf) => {
      const meetings = lockedBy(grid, of).filter(({ isPast }) => !isPast);
      if (meetings.length === 0) return;
      const isLocked = !meetings.every((meeting) => meeting.isLocked);
      const turned = meetings.filter((meeting) => meeting.isLocked !== isLocked);
      const before = { pairIds: turned.map(({ pairId }) => pairId) };
      const [only] = meetings;
      const count = meetings.length;
      const done =
        only && count === 1
          ? t(isLocked ? 'lockedOne' : 'freedOne', { pair: nameOf(only) })
          : t(isLocked ? 'lockedMany' : 'freedMany', { count });
      change({
        show: (now) => withLocked(now, of, isLocked),
        operation: timetableOperations.lockMeetings,
        input: { ...of, locked: isLocked },
        done,
        undo: () =>
          change({
            show: (now) => withLocked(now, before, !isLocked),
            operation: timetableOperations.lockMeetings,
            input: { ...before, locked: !isLocked },
          }),
      });
    };
    return { place, move, swap, remove, lock, nameOf, when };
  }, [grid, index, change, t, locale]);
}

function placeOf({ pairId, slotId, tableId }: GridMeeting) {
  return { pairId, slotId, tableId };
}
