'use client';

import { Check, Lock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { memo } from 'react';
import { shownName } from '@/lib/core/shown-name';
import type { GridMeeting } from '@/lib/timetable/schema/grid';
import type { CellFit } from './cell-fit';
import type { GridIndex, View } from './grid-model';

export type DifferenceMark = 'added' | 'moved' | 'table_changed' | 'removed';

type Props = {
  at: string;
  meetings: readonly GridMeeting[];
  view: View;
  index: GridIndex;
  tables: ReadonlyMap<string, string>;
  isAway: boolean;
  isFocus: boolean;
  isChosen: boolean;
  fit: CellFit | null;
  /** Why it cannot stand here, for a mouse that rests on it; the line below the grid shows it to everybody. */
  why: string | null;
  /** By pair: how a comparison marks it. */
  marks?: ReadonlyMap<string, DifferenceMark> | undefined;
};

/** One place of the grid: empty, not to be given, or who meets there. */
export const GridCell = memo(function GridCell(props: Props) {
  const { at, meetings, view, isAway, isFocus, isChosen, fit, why, marks } = props;
  const t = useTranslations('timetable-grid.cell');
  const locale = useLocale();
  // Names are cut where the place is narrow.
  const whole = meetings.map(({ startupId, investorId }) =>
    [startupId, investorId]
      .map((id) => shownName(props.index.name.get(id) ?? { name: '–' }, locale))
      .join(' × '),
  );
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is walked by arrow keys is a grid
      role="gridcell"
      tabIndex={isFocus ? 0 : -1}
      className="tg-cell"
      data-cell={at}
      data-away={isAway || undefined}
      data-fit={fit?.kind}
      aria-selected={isChosen || undefined}
      title={why ?? (whole.join(', ') || undefined)}
    >
      {meetings.map((meeting) => (
        <MeetingCard
          key={meeting.pairId}
          {...{ meeting, view }}
          index={props.index}
          tables={props.tables}
          mark={marks?.get(meeting.pairId)}
        />
      ))}
      {meetings.length === 0 && isAway && <span className="sr-only">{t('away')}</span>}
      {fit?.kind === 'legal' && <span className="sr-only">{t('legal')}</span>}
      {fit?.kind === 'swap' && <span className="sr-only">{t('swap')}</span>}
    </td>
  );
});

type CardProps = {
  meeting: GridMeeting;
  view: View;
  index: GridIndex;
  tables: ReadonlyMap<string, string>;
  mark?: DifferenceMark | undefined;
};

/** Who the row does not say already, what the meeting is worth, and what holds it. */
function MeetingCard({ meeting, view, index, tables, mark }: CardProps) {
  const t = useTranslations('timetable-grid.cell');
  const locale = useLocale();
  const name = (id: string) => shownName(index.name.get(id) ?? { name: '–' }, locale);
  const startup = name(meeting.startupId);
  const investor = name(meeting.investorId);
  const table = meeting.tableId ? tables.get(meeting.tableId) : undefined;
  const isHeld = meeting.state === 'held' || meeting.state === 'no_show';
  return (
    <span
      className="tg-card"
      data-card={meeting.pairId}
      data-weight={Math.min(5, meeting.weight)}
      data-past={meeting.isPast || undefined}
      data-mark={mark}
    >
      {view !== 'startup' && <b className="tg-name">{startup}</b>}
      {view !== 'investor' && (
        <span className={view === 'startup' ? 'tg-name tg-name-main' : 'tg-name'}>{investor}</span>
      )}
      <span className="tg-signs">
        {mark && <span className="tg-mark">{t(`mark.${mark}`)}</span>}
        {view !== 'table' && table && <span className="tg-table">{table}</span>}
        {meeting.wish === 'must' && (
          <span className="tg-must" role="img" aria-label={t('must')}>
            !
          </span>
        )}
        {isHeld && <Check aria-label={t(`state.${meeting.state}`)} role="img" size={12} />}
        {meeting.isLocked && !meeting.isPast && <Lock aria-label={t('locked')} role="img" size={11} />}
        <span className="tg-weight" role="img" aria-label={t('weight', { weight: meeting.weight })}>
          {meeting.weight}
        </span>
      </span>
    </span>
  );
}
