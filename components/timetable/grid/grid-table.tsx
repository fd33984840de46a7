'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, type MouseEvent, useEffect, useImperativeHandle, useRef } from 'react';
import { usePrinting } from '@/components/ui/use-printing';
import type { GridMeeting, TimetableGrid } from '@/lib/timetable/schema/grid';
import type { CellFit } from './cell-fit';
import { type DifferenceMark, GridCell } from './grid-cell';
import { cellKey, daysOf, type Focus, type GridIndex, NO_TABLE, type Row, type View } from './grid-model';
import './grid.css';
import { Lock, LockOpen } from 'lucide-react';
import { clearTime, zoneName } from '@/lib/core/dates';
import { daysBetween } from '@/lib/core/days';
import { dayInZone } from '@/lib/core/zones';
import { dayName } from '../names';

export type GridHandle = { focus: (focus: Focus) => void; node: () => HTMLElement | null };

type Props = {
  handle?: React.Ref<GridHandle>;
  label: string;
  grid: TimetableGrid;
  index: GridIndex;
  view: View;
  rows: readonly Row[];
  cells: ReadonlyMap<string, GridMeeting[]>;
  focus: Focus;
  chosenPair?: string | null;
  fitAt?: ((row: Row, slotId: string) => CellFit | null) | undefined;
  why?: (fit: CellFit | null) => string | null;
  marks?: ReadonlyMap<string, DifferenceMark>;
  onKeyDown: (event: KeyboardEvent) => void;
  onCell: (focus: Focus, event: MouseEvent) => void;
  onLockSlot?: ((slotId: string) => void) | undefined;
  onLockRow?: ((rowId: string) => void) | undefined;
};

/** Above so many rows only those in sight are drawn. */
const MANY = 60;
const ROW_HEIGHT = 42;

export function GridTable(props: Props) {
  const { grid, index, view, rows, cells, focus, marks, fitAt, why, onLockSlot, onLockRow } = props;
  const t = useTranslations('timetable-grid.head');
  const scroll = useRef<HTMLElement>(null);
  const tables = useRef(new Map<string, string>());
  if (tables.current.size !== grid.tables.length)
    tables.current = new Map(grid.tables.map(({ id, name }) => [id, name]));
  const isPrinting = usePrinting();
  const isMany = rows.length > MANY && !isPrinting;
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: isMany,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    initialRect: { width: 1000, height: 800 },
  });
  const items = isMany ? virtual.getVirtualItems().map((item) => item.index) : rows.map((_, at) => at);
  const before = isMany ? (virtual.getVirtualItems()[0]?.start ?? 0) : 0;
  const after = isMany ? virtual.getTotalSize() - (virtual.getVirtualItems().at(-1)?.end ?? 0) : 0;

  const find = ({ row, slot }: Focus) =>
    scroll.current?.querySelector<HTMLElement>(
      `[data-cell="${cellKey(rows[row]?.id ?? '', grid.slots[slot]?.id ?? '')}"]`,
    );
  useImperativeHandle(props.handle, () => ({
    node: () => scroll.current,
    focus: (to) => {
      if (isMany) virtual.scrollToIndex(to.row, { align: 'auto' });
      const soon = () => find(to)?.focus();
      if (find(to)) soon();
      else requestAnimationFrame(() => requestAnimationFrame(soon));
    },
  }));
  // The focused cell stays clear of the sticky heads.
  useEffect(() => {
    if (document.activeElement?.closest('.tg') && focus)
      find(focus)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const click = (event: MouseEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
    const [rowId, slotId] = cell?.dataset.cell?.split(' ') ?? [];
    const at = {
      row: rows.findIndex(({ id }) => id === rowId),
      slot: grid.slots.findIndex(({ id }) => id === slotId),
    };
    if (at.row >= 0 && at.slot >= 0) props.onCell(at, event);
  };
  const lockStateOf = (meetings: readonly GridMeeting[]) => {
    const open = meetings.filter(({ isPast }) => !isPast);
    return { count: open.length, isLocked: open.length > 0 && open.every(({ isLocked }) => isLocked) };
  };
  const side = view === 'table' ? null : (`${view}Id` as const);

  return (
    <section ref={scroll} aria-label={props.label} className="tg-scroll">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the keys and clicks of all cells are heard here
        role="grid"
        className="tg"
        aria-label={props.label}
        aria-rowcount={rows.length + 2}
        aria-colcount={grid.slots.length + 1}
        data-view={view}
        data-choosing={props.chosenPair ? '' : undefined}
        onKeyDown={props.onKeyDown}
        onClick={click}
        style={{ '--slots': grid.slots.length } as React.CSSProperties}
      >
        <GridHead
          grid={grid}
          corner={t(`corner.${view}`)}
          slotState={(slotId) => lockStateOf(grid.meetings.filter((meeting) => meeting.slotId === slotId))}
          onLock={onLockSlot}
        />
        <tbody>
          {before > 0 && <tr style={{ blockSize: before }} />}
          {items.map((at) => {
            const row = rows[at];
            if (!row) return null;
            const own = side ? grid.meetings.filter((meeting) => meeting[side] === row.id) : [];
            const { count, isLocked } = lockStateOf(own);
            return (
              <tr key={row.id} aria-rowindex={at + 3}>
                <th scope="row" className="tg-row">
                  <span title={row.name}>{row.name}</span>
                  {side && <small>{own.length}</small>}
                  {side && onLockRow && count > 0 && (
                    <LockButton
                      isLocked={isLocked}
                      label={t(isLocked ? 'free' : 'lock', { what: row.name })}
                      onClick={() => onLockRow(row.id)}
                    />
                  )}
                </th>
                {grid.slots.map((slot, column) => {
                  const key = cellKey(row.id, slot.id);
                  const here = cells.get(key) ?? NONE;
                  const now = fitAt?.(row, slot.id) ?? null;
                  return (
                    <GridCell
                      key={slot.id}
                      at={key}
                      meetings={here}
                      {...{ view, index }}
                      tables={tables.current}
                      isAway={row.id !== NO_TABLE && (index.away.get(row.id)?.has(slot.id) ?? false)}
                      isFocus={focus.row === at && focus.slot === column}
                      isChosen={here.some(({ pairId }) => pairId === props.chosenPair)}
                      fit={now}
                      why={why?.(now) ?? null}
                      marks={marks}
                    />
                  );
                })}
              </tr>
            );
          })}
          {after > 0 && <tr style={{ blockSize: after }} />}
        </tbody>
      </table>
    </section>
  );
}

const NONE: GridMeeting[] = [];

type GridHeadProps = {
  grid: TimetableGrid;
  corner: string;
  /** Meetings of each slot, and whether all of them are locked. */
  slotState: (slotId: string) => { count: number; isLocked: boolean };
  onLock?: ((slotId: string) => void) | undefined;
};

/** Days, then slots: the time at the place in bold, the other place's below. */
export function GridHead({ grid, corner, slotState, onLock }: GridHeadProps) {
  const t = useTranslations('timetable-grid.head');
  const locale = useLocale();
  const { slots, setup } = grid;
  const first = new Date(slots[0]?.startsAt ?? 0);
  const zones = setup.zone === setup.otherZone ? [setup.zone] : [setup.zone, setup.otherZone];
  const other = zones[1];
  return (
    <thead>
      <tr>
        <th className="tg-corner tg-day" scope="col">
          {zones.map((zone) => zoneName(first, zone)).join(' / ')}
        </th>
        {daysOf(slots).map(({ day, count }) => (
          <th key={day} scope="colgroup" colSpan={count} className="tg-day">
            <span>{dayName(day, locale)}</span>
          </th>
        ))}
      </tr>
      <tr>
        <th className="tg-corner" scope="col">
          {corner}
        </th>
        {slots.map((slot) => {
          const start = new Date(slot.startsAt);
          const { count, isLocked } = slotState(slot.id);
          const time = clearTime(start, setup.zone);
          return (
            <th key={slot.id} scope="col" className="tg-slot">
              <b>{time}</b>
              {other && (
                <small>
                  {clearTime(start, other)}
                  {dayShift(start, setup.zone, other)}
                </small>
              )}
              {onLock && count > 0 && (
                <LockButton
                  isLocked={isLocked}
                  label={t(isLocked ? 'free' : 'lock', { what: time })}
                  onClick={() => onLock(slot.id)}
                />
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** ` +1` where the other place is a day ahead: 14:30 in Boston is 03:30 in Seoul on the next day. */
function dayShift(instant: Date, zone: string, other: string): string {
  const days = daysBetween(dayInZone(instant, zone), dayInZone(instant, other));
  if (days === 0) return '';
  return days > 0 ? ` +${days}` : ` −${-days}`;
}

type LockProps = { isLocked: boolean; label: string; onClick: () => void };

function LockButton({ isLocked, label, onClick }: LockProps) {
  const Icon = isLocked ? Lock : LockOpen;
  return (
    <button
      type="button"
      className="tg-lock no-print"
      aria-label={label}
      aria-pressed={isLocked}
      title={label}
      onClick={onClick}
    >
      <Icon aria-hidden="true" size={12} />
    </button>
  );
}
