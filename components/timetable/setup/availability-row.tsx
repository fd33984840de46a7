'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { GridLine, Party } from './grid-lines';

/** How a square looks, apart from being selected: its sign is what colour alone would not tell. */
export type SquareState = 'free' | 'away' | 'busy' | 'booked' | 'clash';
export const SQUARE_SIGNS: Record<SquareState, string> = {
  free: '',
  away: '×',
  busy: '–',
  booked: '●',
  clash: '!',
};

export type SquareWords = {
  states: Record<SquareState, string>;
  booked: (state: string, who: string) => string;
};

type Props = {
  party: Party;
  line: number;
  slotIds: readonly string[];
  /** By slot: whom the party meets in this stage. */
  booked: Readonly<Record<string, string>> | undefined;
  /** The column that Tab leads to; null in other rows, -1 is the heading. */
  stop: number | null;
  /** The columns of the stroke or selection in this row. */
  markFrom: number | null;
  markTo: number | null;
  markAway: boolean | null;
  canPaint: boolean;
  words: SquareWords;
  toggleLabel: string;
};

function stateOf(away: boolean, busy: boolean, booked: boolean): SquareState {
  if (away) return booked ? 'clash' : 'away';
  if (booked) return 'booked';
  return busy ? 'busy' : 'free';
}

/** One party's slots. Drawn anew only when something of this party changed. */
export const AvailabilityRow = memo(function AvailabilityRow(props: Props) {
  const { party, line, slotIds, booked, stop, markFrom, markTo, markAway, canPaint, words } = props;
  return (
    <tr data-line={line}>
      <th
        scope="row"
        className="av-row"
        data-column={-1}
        tabIndex={canPaint ? undefined : stop === -1 ? 0 : -1}
      >
        {canPaint ? (
          <button type="button" tabIndex={stop === -1 ? 0 : -1} title={props.toggleLabel}>
            <Name party={party} />
          </button>
        ) : (
          <Name party={party} />
        )}
      </th>
      {slotIds.map((slot, column) => {
        const isMarked = markFrom !== null && markTo !== null && column >= markFrom && column <= markTo;
        const who = booked?.[slot];
        const isBusy = party.busy.has(slot) && who === undefined;
        const painted = party.away.has(slot);
        const isAway = isMarked && markAway !== null ? markAway && !(isBusy && !painted) : painted;
        const state = stateOf(isAway, isBusy, who !== undefined);
        const label = words.states[state];
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid it is a cell that can be selected
          <td
            key={slot}
            data-column={column}
            data-state={state}
            data-marked={isMarked || undefined}
            tabIndex={stop === column ? 0 : -1}
            aria-selected={isMarked}
            aria-label={who === undefined ? label : words.booked(label, who)}
            title={who === undefined ? undefined : words.booked(label, who)}
          >
            {SQUARE_SIGNS[state]}
          </td>
        );
      })}
    </tr>
  );
});

function Name({ party }: { party: Party }) {
  return (
    <>
      <span className="av-name">{party.label}</span>
      {party.firm && <small>{party.firm}</small>}
    </>
  );
}

type GroupProps = {
  group: Extract<GridLine, { type: 'group' }>;
  line: number;
  slotIds: readonly string[];
  slotNames: readonly string[];
  stop: number | null;
  canPaint: boolean;
};

/** The heading of a group: how many of it there are in each slot, and all of them at one press. */
export function GroupLine({ group, line, slotIds, slotNames, stop, canPaint }: GroupProps) {
  const t = useTranslations('timetable-setup.availability');
  const { parties, isOpen } = group;
  const name = t(`group.${group.group}`);
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <tr data-line={line} className="av-group">
      <th scope="row" className="av-row" data-column={-1}>
        <button type="button" aria-expanded={isOpen} tabIndex={stop === -1 ? 0 : -1}>
          <Icon aria-hidden="true" size={16} />
          <span className="av-name">{name}</span>
          <small>{parties.length}</small>
        </button>
      </th>
      {slotIds.map((slot, column) => {
        const free = parties.filter((party) => !party.away.has(slot) && !party.busy.has(slot)).length;
        const label = t('freeOf', { free, count: parties.length });
        return (
          <td
            key={slot}
            data-column={column}
            data-short={free < parties.length || undefined}
            tabIndex={canPaint ? undefined : stop === column ? 0 : -1}
          >
            {canPaint ? (
              <button
                type="button"
                tabIndex={stop === column ? 0 : -1}
                title={t('toggleGroup', { group: name, slot: slotNames[column] ?? '', free: label })}
              >
                {free}
              </button>
            ) : (
              <span title={label}>{free}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}
