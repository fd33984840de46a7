'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type RefObject, useMemo } from 'react';
import { clearTime, formatDateTime, zoneName } from '@/lib/core/dates';
import { dayInZone } from '@/lib/core/zones';
import type { StageSlot } from '@/lib/timetable/schema/stage';
import { dayName } from '../names';
import { AvailabilityRow, GroupLine, type SquareWords } from './availability-row';
import type { GridLine } from './grid-lines';
import { strokeSpan } from './stroke';
import type { useStrokes } from './use-strokes';

type Props = {
  tableRef: RefObject<HTMLTableElement | null>;
  lines: readonly GridLine[];
  slots: readonly StageSlot[];
  slotIds: readonly string[];
  slotNames: readonly string[];
  zones: readonly [string, string];
  booked: Readonly<Record<string, Readonly<Record<string, string>>>>;
  canPaint: boolean;
  strokes: ReturnType<typeof useStrokes>;
  label: string;
};

/** Parties by slots: one square is one party in one slot. */
export function AvailabilityTable(props: Props) {
  const { tableRef, lines, slots, slotIds, slotNames, zones, booked, canPaint, strokes, label } = props;
  const t = useTranslations('timetable-setup.availability');
  const words = useMemo<SquareWords>(
    () => ({
      states: {
        free: t('state.free'),
        away: t('state.away'),
        busy: t('state.busy'),
        booked: t('state.booked'),
        clash: t('state.clash'),
      },
      booked: (state, who) => t('with', { state, who }),
    }),
    [t],
  );
  const { stop, mark } = strokes;
  const span = mark && strokeSpan(mark.from, mark.to);
  const stopIn = (line: number) => (stop.line === line ? stop.column : null);
  return (
    <table
      ref={tableRef}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its squares are moved through by arrow keys and painted
      role="grid"
      className="av-table"
      aria-label={label}
      aria-describedby="av-help"
      aria-multiselectable={canPaint || undefined}
      aria-readonly={!canPaint || undefined}
      {...strokes.handlers}
    >
      <SlotHeads {...{ slots, zones, canPaint }} stop={stopIn(-1)} />
      <tbody>
        {lines.map((line, at) => {
          if (line.type === 'group') {
            return (
              <GroupLine
                key={line.group}
                group={line}
                line={at}
                {...{ slotIds, slotNames, canPaint }}
                stop={stopIn(at)}
              />
            );
          }
          const isMarked = span !== null && at >= span.lines[0] && at <= span.lines[1];
          return (
            <AvailabilityRow
              key={line.party.id}
              party={line.party}
              line={at}
              slotIds={slotIds}
              booked={booked[line.party.id]}
              stop={stopIn(at)}
              markFrom={isMarked ? span.columns[0] : null}
              markTo={isMarked ? span.columns[1] : null}
              markAway={isMarked ? (mark?.away ?? null) : null}
              canPaint={canPaint}
              words={words}
              toggleLabel={t('toggleParty')}
            />
          );
        })}
      </tbody>
    </table>
  );
}

type HeadProps = {
  slots: readonly StageSlot[];
  /** The stage's zone, and the other place that reads it. */
  zones: readonly [string, string];
  /** The column that Tab leads to, -1 being the corner; null while it leads elsewhere. */
  stop: number | null;
  canPaint: boolean;
};

/** Two lines of headings: the days, and the times of the stage's zone with the other place's below. */
export function SlotHeads({ slots, zones: [zone, other], stop, canPaint }: HeadProps) {
  const t = useTranslations('timetable-setup.availability');
  const locale = useLocale();
  const days = Map.groupBy(slots, (slot) => slot.day);
  const first = slots[0] && new Date(slots[0].startsAt);
  return (
    <thead>
      <tr>
        <td className="av-corner">{first && zoneName(first, zone)}</td>
        {[...days].map(([day, list]) => (
          <th key={day} scope="colgroup" colSpan={list.length} className="av-day">
            <span>{`${dayName(day, locale)} ${zoneName(new Date(list[0]?.startsAt ?? 0), zone)}`}</span>
          </th>
        ))}
      </tr>
      <tr data-slots="">
        <td className="av-corner av-other">{other !== zone && first && zoneName(first, other)}</td>
        {slots.map((slot, column) => {
          const at = new Date(slot.startsAt);
          const whole = [...new Set([zone, other])]
            .map((each) => formatDateTime(at, each, locale))
            .join(' · ');
          const later = other !== zone && dayInZone(at, other) !== slot.day;
          const text = (
            <>
              <span>{clearTime(at, zone)}</span>
              {other !== zone && (
                <small>
                  {clearTime(at, other)}
                  {later && <sup>{dayInZone(at, other) > slot.day ? '+1' : '−1'}</sup>}
                </small>
              )}
            </>
          );
          return (
            <th
              key={slot.id}
              scope="col"
              data-column={column}
              data-first={slot.day !== slots[column - 1]?.day || undefined}
              className="av-slot"
              title={canPaint ? undefined : whole}
              tabIndex={canPaint ? undefined : stop === column ? 0 : -1}
            >
              {canPaint ? (
                <button
                  type="button"
                  tabIndex={stop === column ? 0 : -1}
                  title={t('toggleSlot', { slot: whole })}
                >
                  {text}
                </button>
              ) : (
                text
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
