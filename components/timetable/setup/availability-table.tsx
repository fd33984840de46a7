'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useMemo } from 'react';
import type { StageSlot } from '@/lib/timetable/schema/stage';
import { AvailabilityRow, type SquareWords } from './availability-row';
import type { GridLine } from './grid-lines';
import { GroupLine } from './group-line';
import { SlotHeads } from './slot-heads';
import { spanOf } from './stroke';
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
  const span = mark && spanOf(mark.from, mark.to);
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
